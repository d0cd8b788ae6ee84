import type { ExportedConversation } from '@foyer/domain/export';
import { partsOf } from '@foyer/domain/links';
import { createApp } from '@foyer/functions/app';
import { words } from '@foyer/words/compiled/en/copies';
import { expect, test } from 'vitest';
import { exportPage } from '../../functions/src/conversations/export-page.tsx';
import { HOSTILE_NAMES, HOSTILE_TEXTS, putMessages } from '../support/accepted-texts.ts';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { shown } from '../support/naughty-strings.ts';
import { Visitor } from '../support/visitor.ts';

const cloud = openTestCloud();
const app = createApp(cloud);

/** The elements of an HTML copy; any other tag came from a text. */
const OWN_TAGS = 'html head meta title style body header h1 bdi dl dt dd p ol li strong time a footer'.split(' ');

/** A conversation with every storable text of the corpus, and its copies as its visitor gets them. */
async function copies(): Promise<{ json: ExportedConversation; html: string }> {
  const { slug, managerId } = await someManager(cloud);
  const visitor = new Visitor(app.request);
  const { id } = (await visitor.start(slug, { text: 'Plain' })).body.conversation;
  await putMessages(await cloud.firestore(), managerId, id, HOSTILE_TEXTS);
  const copy = async (format: string) =>
    (await app.request(`/api/conversations/${id}/export?format=${format}`, { headers: { cookie: visitor.cookie ?? '' } })).text();
  return { json: JSON.parse(await copy('json')), html: await copy('html') };
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
const unescaped = (html: string) => html.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);

const tagsOf = (html: string) => [...html.matchAll(/<\/?([a-zA-Z][\w-]*)/g)].map(([, tag]) => tag);

test('every hostile text is in the copies as written, and not as markup', async () => {
  const { json, html } = await copies();
  expect(HOSTILE_TEXTS.length).toBeGreaterThan(550);
  expect(new Set(json.messages.map(({ text }) => text))).toEqual(new Set(['Plain', ...HOSTILE_TEXTS]));

  expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'`);
  expect(tagsOf(html).filter((tag) => !OWN_TAGS.includes(tag ?? ''))).toEqual([]);
  const paragraphs = [...html.matchAll(/<p dir="auto">([\s\S]*?)<\/p>/g)].map(([, content = '']) => content);
  const texts = paragraphs.map((content) =>
    unescaped(content.replace(/<a href="[^"<>]*" dir="ltr" rel="noopener noreferrer nofollow ugc">|<\/a>/g, '')),
  );
  expect(texts).toEqual(json.messages.map(({ text }) => text));
  const links = [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => unescaped(href));
  expect(links.length).toBeGreaterThan(10);
  for (const link of links) expect(link).toMatch(/^(?:https:\/\/|mailto:)/i);
});

test("every hostile name, of either side, is in a copy's header as written", async () => {
  const [startedAt, exportedAt] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'];
  const plain = { page: 'https://foyer.test/ada', status: 'open' as const, section: null, startedAt, exportedAt };
  for (const name of HOSTILE_NAMES) {
    const about = { ...plain, manager: name, visitor: { name, locale: 'en', email: 'mina@example.com' }, section: name };
    const html = await whole(exportPage({ about, language: 'en', pages: noPages() }));
    const names = [...html.matchAll(/<bdi>([\s\S]*?)<\/bdi>/g)].map(([, content = '']) => unescaped(content));
    expect(names.slice(0, 2), shown(name)).toEqual([name, name]);
    expect(names, shown(name)).toContain('mina@example.com');
    expect(names.filter((one) => one === name).length, shown(name)).toBe(3);
    expect(unescaped(/<title>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? ''), shown(name)).toBe(words.conversationWith({ name }));
    expect(
      tagsOf(html).filter((tag) => !OWN_TAGS.includes(tag ?? '')),
      shown(name),
    ).toEqual([]);
  }
});

async function* noPages(): AsyncGenerator<never> {}

async function whole(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}

test('no text is slow to split at its links, so no reader or copy waits for a hostile one', () => {
  for (const text of HOSTILE_TEXTS) {
    const times = [0, 1, 2].map(() => {
      const begin = performance.now();
      expect(
        partsOf(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
      return performance.now() - begin;
    });
    expect(Math.min(...times), `ms for ${shown(text)}`).toBeLessThan(30);
  }
});
