import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newProfile } from '@foyer/domain/new-profile';
import { createApp } from '@foyer/functions/app';
import { words } from '@foyer/words/compiled/en/copies';
import { words as pseudo } from '@foyer/words/compiled/en-XA/copies';
import { FieldPath, Timestamp } from '@google-cloud/firestore';
import { getRequestListener } from '@hono/node-server';
import { nanoid } from 'nanoid';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openTestCloud, someManager, type TestCloud } from '../support/cloud.ts';
import { fromManager, fromVisitor } from '../support/conversation.ts';
import { newCode, Visitor } from '../support/visitor.ts';

/** Messages per page of a copy. */
const PAGE = 100;

async function longConversation(cloud: TestCloud, messages: number, { text = 'A line', more = {} } = {}) {
  const { slug, managerId } = await someManager(cloud);
  const app = createApp(cloud);
  const visitor = new Visitor(app.request);
  const code = newCode();
  const { id } = (await visitor.start(slug, { code, name: 'Mina', text: 'The first words', ...more })).body.conversation;
  const table = await cloud.tables();
  for (let done = 0; done < messages; done += 400) {
    const batch = table.batch();
    for (let index = done; index < Math.min(messages, done + 400); index++) {
      // Ten at a time have the same timestamp, so their ids decide.
      const createdAt = Timestamp.fromMillis(1000 + Math.floor(index / 10));
      const said = index % 2 ? fromVisitor : fromManager;
      batch.set(table.message(managerId, id, nanoid()), said(`${text} ${index}`, createdAt));
    }
    await batch.commit();
  }
  cloud.operations.reset();
  const ask = (format: string) =>
    app.request(`/api/conversations/${id}/export?format=${format}`, { headers: { cookie: visitor.cookie ?? '' } });
  return { app, slug, managerId, visitor, code, id, table, ask };
}

/** The API behind a real socket, as in production. */
async function overHttp(app: { fetch(request: Request): Response | Promise<Response> }, path: string, cookie: string) {
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const request = get({ host: '127.0.0.1', port, path, headers: { cookie } });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  return { answer, close: () => server.close() };
}

/** The number of reads once no more arrive. */
async function readsAtRest({ operations }: TestCloud): Promise<number> {
  for (let before = -1; before !== operations.reads; ) {
    before = operations.reads;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  return operations.reads;
}

describe('a copy of a long conversation', () => {
  test.each(['json', 'html'])('as %s has every message once, in order', async (format) => {
    const cloud = openTestCloud();
    const { ask, table, managerId, id } = await longConversation(cloud, 1250);
    const stored = await table.messages(managerId, id).orderBy('createdAt').orderBy(FieldPath.documentId()).get();
    const answer = await ask(format);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="conversation.${format}"`);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const text = await answer.text();
    const ids =
      format === 'json'
        ? JSON.parse(text).messages.map((one: { id: string }) => one.id)
        : [...text.matchAll(/<li id="m-([^"]+)"/g)].map(([, one]) => one);
    expect(ids).toEqual(stored.docs.map((one) => one.id));
    if (format === 'html') expect(text).toMatch(/End of this copy: 1,251 messages\.<\/footer><\/body><\/html>\n$/);
  });

  test.each([0, 1, 99, 100, 101, 200])('is complete with %i further messages', async (count) => {
    const { ask } = await longConversation(openTestCloud(), count);
    expect(JSON.parse(await (await ask('json')).text()).messages).toHaveLength(count + 1);
    expect(await (await ask('html')).text()).toContain(`End of this copy: ${count + 1} message${count === 0 ? '' : 's'}.`);
  });

  test.each(['json', 'html'])('as %s reads a page only after the previous one was sent', async (format) => {
    const cloud = openTestCloud();
    const { ask } = await longConversation(cloud, 1000);
    const reader = (await ask(format)).body?.getReader();
    if (!reader) throw new Error('There is no body.');
    // The conversation and its manager, but no messages.
    expect(await readsAtRest(cloud)).toBe(2);
    await reader.read();
    await reader.read();
    await reader.read();
    const taken = await readsAtRest(cloud);
    expect(taken).toBeGreaterThan(PAGE);
    expect(taken).toBeLessThanOrEqual(2 + 2 * (PAGE + 1));
    await reader.cancel();
    expect(await readsAtRest(cloud)).toBe(taken);
  });

  test('stops reading when its receiver disconnects', async () => {
    const cloud = openTestCloud();
    // 16 MB: far more than the sockets between the two buffer.
    const MESSAGES = 4000;
    const { app, id, visitor } = await longConversation(cloud, MESSAGES, { text: 'x'.repeat(3990) });
    const { answer, close } = await overHttp(app, `/api/conversations/${id}/export?format=json`, visitor.cookie ?? '');
    await once(answer, 'data');
    answer.destroy();
    expect(await readsAtRest(cloud)).toBeLessThan(MESSAGES);
    close();
  });
});

/** Makes the messages of the third page unreadable. */
async function breakThirdPage(cloud: TestCloud): Promise<void> {
  const wire = (await cloud.firestore()) as unknown as { requestStream(method: string, ...rest: unknown[]): Promise<unknown> };
  const request = wire.requestStream.bind(wire);
  let queries = 0;
  wire.requestStream = (method, ...rest) => {
    if (method === 'runQuery' && ++queries === 3) return Promise.reject(new Error('the store is away'));
    return request(method, ...rest);
  };
}

describe('a copy that fails midway', () => {
  test.each(['json', 'html'])('as %s breaks off, and the received part does not look complete', async (format) => {
    const cloud = openTestCloud();
    const { app, id, visitor } = await longConversation(cloud, 1000, { text: 'x'.repeat(500) });
    await breakThirdPage(cloud);
    const { answer, close } = await overHttp(app, `/api/conversations/${id}/export?format=${format}`, visitor.cookie ?? '');
    let text = '';
    answer.setEncoding('utf8');
    answer.on('data', (part) => {
      text += part;
    });
    const error = await new Promise((resolve) => {
      answer.on('error', resolve);
      answer.on('end', () => resolve('ended'));
    });
    close();
    expect(error).toMatchObject({ code: 'ECONNRESET' });
    expect(text).toContain('x'.repeat(500));
    expect(text).not.toContain('End of this copy');
    expect(() => JSON.parse(text)).toThrow();
  });

  test.each(['deleted', 'signed out'])('because it was %s during the download breaks off too', async (what) => {
    const cloud = openTestCloud();
    const { ask, app, slug, code, id } = await longConversation(cloud, 1000);
    const other = new Visitor(app.request);
    await other.resume(slug, code);
    const reader = (await ask('json')).body?.getReader();
    await reader?.read();
    await reader?.read();
    await (what === 'deleted' ? other.delete(id) : other.signOutOthers(id));
    const rest = async () => {
      while (!(await reader?.read())?.done);
    };
    await expect(rest()).rejects.toMatchObject({ cause: { code: what === 'deleted' ? 'conversation-deleted' : 'session-ended' } });
  });
});

test('the copy in HTML has everything that the copy in JSON has', async () => {
  const cloud = openTestCloud();
  const { ask, table, managerId, id } = await longConversation(cloud, 0, { more: { email: 'mina@example.com' } });
  const reply = nanoid();
  const [first] = (await table.messages(managerId, id).get()).docs;
  await table.message(managerId, id, reply).set({ ...fromManager('An answer'), replyTo: first?.id ?? '' });
  await table
    .conversation(managerId, id)
    .update({ section: 'Portrait of a house', visitor: { name: 'Mina', email: 'mina@example.com', locale: 'pt-BR' }, status: 'archived' });
  const json = JSON.parse(await (await ask('json')).text());
  const html = await (await ask('html')).text();
  expect(json).toMatchObject({
    section: 'Portrait of a house',
    visitor: { name: 'Mina', email: 'mina@example.com', locale: 'pt-BR' },
  });
  for (const shown of [json.page, json.manager, 'Mina', 'mina@example.com', 'pt-BR', 'Portrait of a house', 'The first words', 'An answer'])
    expect(html, shown).toContain(shown);
  expect(html).toContain(`href="#m-${first?.id}"`);
  expect(html).toContain(`id="m-${first?.id}"`);
});

describe('the language of a copy', () => {
  // The pseudo-language is for the emulators only.
  afterEach(() => vi.unstubAllEnvs());

  async function copyIn(language: string, query = '') {
    vi.stubEnv('FUNCTIONS_EMULATOR', 'true');
    const cloud = openTestCloud();
    const { slug } = await someManager(cloud, { ...newProfile('Ada Moreau'), language });
    const app = createApp(cloud);
    const visitor = new Visitor(app.request);
    const { id } = (await visitor.start(slug)).body.conversation;
    const answer = await app.request(`/api/conversations/${id}/export?format=html${query}`, { headers: { cookie: visitor.cookie ?? '' } });
    return answer.text();
  }

  test('as a page is that of the public page, with its times in UTC', async () => {
    const html = await copyIn('en-XA');
    expect(html).toContain('<html lang="en-XA">');
    for (const sentence of [pseudo.visitor, pseudo.started, pseudo.end({ count: 1 })]) expect(html).toContain(sentence);
    for (const english of ['>Started<', '>Visitor<', 'End of this copy']) expect(html).not.toContain(english);
    expect(html).toMatch(/<time datetime="[^"]+">[^<]+ UTC<\/time>/);
  });

  test.each([
    ['en-XA', '&language=en', 'en', words],
    ['en', '&language=en-XA', 'en-XA', pseudo],
    ['en', '&language=tlh', 'en', words],
    ['en', '&language=en-!!', 'en', words],
    ['en-XA', '&language=', 'en', words],
  ] as const)('of a page in %s with %j is %s', async (language, query, lang, { end }) => {
    const html = await copyIn(language, query);
    expect(html).toContain(`<html lang="${lang}">`);
    expect(html).toContain(end({ count: 1 }));
  });
});
