import { dayAt, dayOfMonth, monthOf } from '@foyer/domain/days';
import { SECTION_KINDS } from '@foyer/domain/profile';
import type { DayStatistics } from '@foyer/domain/statistics';
import { createApp } from '@foyer/functions/app';
import { Door } from '@foyer/functions/limits/door';
import { describe, expect, test } from 'vitest';
import { ORIGIN, openTestCloud, PROXIES, someManager, type TestCloud } from '../support/cloud.ts';
import { storedDocuments } from '../support/stored.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const PERSON = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0';
const BOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

/** A viewed page, in its own instance. */
async function somePage(cloud: TestCloud = openTestCloud()) {
  const { slug, managerId } = await someManager(cloud);
  const app = createApp(cloud);
  const look = (body: object = {}, headers: Record<string, string> = {}, address?: string) =>
    new Visitor(app.request, ORIGIN, address).raw('/api/views', {
      method: 'POST',
      body: JSON.stringify({ slug, sections: [], ...body }),
      headers: { 'content-type': 'application/json', 'user-agent': PERSON, ...headers },
    });
  const counted = async (timeZone?: string): Promise<DayStatistics | undefined> => {
    const day = dayAt(cloud.now(), timeZone);
    const month = await (await cloud.tables()).statistics(managerId, monthOf(day)).get();
    return month.data()?.days[dayOfMonth(day)];
  };
  return { cloud, app, slug, managerId, look, counted };
}

describe('a view', () => {
  test('is counted by the day and by the sections on screen', async () => {
    const { look, counted } = await somePage();
    expect((await look({ sections: ['projects', 'about'] })).status).toBe(204);
    await look({ sections: ['projects'] });
    expect(await counted()).toEqual({ views: 2, sections: { projects: 2, about: 1 } });
  });

  test("is counted on the manager's day", async () => {
    const { cloud, managerId, look, counted } = await somePage();
    const timeZone = new Date().getUTCHours() < 10 ? 'Pacific/Honolulu' : 'Pacific/Kiritimati';
    await (await cloud.tables()).manager(managerId).update({ 'profile.timeZone': timeZone });
    expect(dayAt(cloud.now(), timeZone)).not.toBe(dayAt(cloud.now()));
    await look();
    expect(await counted(timeZone)).toMatchObject({ views: 1 });
    expect(await counted()).toBeUndefined();
  });

  test('costs one write and, for a cached page, no read', async () => {
    const { cloud, look } = await somePage();
    await look();
    cloud.operations.reset();
    await look({ sections: SECTION_KINDS });
    expect(cloud.operations).toMatchObject({ reads: 0, writes: 1 });
  });

  test('among two hundred simultaneous ones is counted with all of them, in two writes', async () => {
    const { cloud, look, counted } = await somePage();
    const { slug } = await someManager(cloud);
    await look({ slug });
    cloud.operations.reset();
    const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => look({ sections: index % 2 ? ['faq'] : [] })));
    expect(answers.every(({ status }) => status === 204)).toBe(true);
    expect(await counted()).toEqual({ views: 200, sections: { faq: 100 } });
    expect(cloud.operations.writes).toBeLessThanOrEqual(2);
  });

  test('is counted by any instance', async () => {
    const { look, slug, counted } = await somePage();
    const other = await somePage();
    await Promise.all(Array.from({ length: 40 }, (_, index) => (index % 2 ? look() : other.look({ slug }))));
    expect((await counted())?.views).toBe(40);
    expect(await other.counted()).toBeUndefined();
  });

  test('leaves nothing of the visitor in the store', async () => {
    const cloud = openTestCloud();
    cloud.config = { ...cloud.config, trustedProxies: PROXIES };
    const { look, managerId } = await somePage(cloud);
    const db = await cloud.firestore();
    const before = await storedDocuments();
    const headers = { referer: 'https://where-from.example/', cookie: '__session=planted', 'accept-language': 'planted' };
    const answer = await look({ sections: ['now'] }, headers, '198.51.100.77');
    expect(answer.headers.get('set-cookie')).toBeNull();
    const after = await storedDocuments();
    const month = `managers/${managerId}/statistics/${monthOf(dayAt(cloud.now()))}`;
    expect(Object.keys(after).filter((path) => after[path] !== before[path])).toEqual([month]);
    const text = JSON.stringify((await db.doc(month).get()).data());
    expect(text).toBe(`{"days":{"${dayOfMonth(dayAt(cloud.now()))}":{"views":1,"sections":{"now":1}}}}`);
  });
});

describe('no one is counted', () => {
  test('who declares themselves a program: it costs nothing', async () => {
    const { cloud, look, counted } = await somePage();
    for (const userAgent of [BOT, 'curl/8.5.0', '']) expect((await look({}, { 'user-agent': userAgent })).status).toBe(204);
    expect(cloud.operations).toMatchObject({ reads: 0 });
    expect(await counted()).toBeUndefined();
    await look();
    expect((await counted())?.views).toBe(1);
  });

  test('at a missing page, and the answer does not say so', async () => {
    const { cloud, look } = await somePage();
    cloud.operations.reset();
    const missing = await look({ slug: 'nobody-lives-here' });
    const there = await look();
    expect({ ...missing, headers: [...missing.headers] }).toEqual({ ...there, headers: [...there.headers] });
    expect(cloud.operations.writes).toBe(1);
  });

  test.each([
    ['of another kind', { sections: ['secrets'] }],
    ['twice', { sections: ['now', 'now'] }],
    ['next to the expected fields', { sections: [], visitorId: 'x' }],
    ['of no text', { sections: [1] }],
  ])('with something %s in the body', async (_, body) => {
    const { look, counted } = await somePage();
    expect((await look(body)).body.code).toBe('invalid-request');
    expect(await counted()).toBeUndefined();
  });

  test('from another site', async () => {
    const { look, counted } = await somePage();
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await look({}, foreign)).body.code).toBe('foreign-origin');
    expect(await counted()).toBeUndefined();
  });

  test('while the site is read-only', async () => {
    const { cloud, look, counted } = await somePage();
    const breaker = (await cloud.tables()).breaker();
    await breaker.set({ mode: 'read-only' });
    try {
      cloud.advance(31_000);
      expect((await look()).body.code).toBe('sending-paused');
      expect(await counted()).toBeUndefined();
    } finally {
      await breaker.delete();
    }
  });
});

describe('a flood of views', () => {
  const behindProxy = () => {
    const cloud = openTestCloud({ door: new Door() });
    cloud.config = { ...cloud.config, trustedProxies: PROXIES };
    return cloud;
  };

  test('from one network is refused at no cost, and uses up no write turns', async () => {
    const { cloud, app, slug, look, counted } = await somePage(behindProxy());
    cloud.stopClock();
    const address = `10.77.${process.pid % 250}.1`;
    const answers = await Promise.all(Array.from({ length: 60 }, () => look({}, {}, address)));
    expect(answers.every(({ status }) => status === 204)).toBe(true);
    cloud.operations.reset();
    const more = await Promise.all(Array.from({ length: 300 }, () => look({}, {}, address)));
    expect(more.filter(({ body }) => body?.code === 'too-fast').length).toBeGreaterThanOrEqual(298);
    expect(cloud.operations.reads).toBe(0);
    expect(cloud.operations.writes).toBeLessThanOrEqual(1);
    expect((await counted())?.views).toBeLessThanOrEqual(62);
    expect((await new Visitor(app.request, ORIGIN, address).start(slug)).status).toBe(200);
    expect((await look({}, {}, `10.78.${process.pid % 250}.1`)).status).toBe(204);
  });

  test('from everywhere leaves all write turns', async () => {
    const { cloud, app, slug, look } = await somePage(behindProxy());
    cloud.stopClock();
    const answers = await Promise.all(Array.from({ length: 600 }, (_, index) => look({}, {}, `10.${index % 250}.${index % 7}.9`)));
    expect(answers.some(({ status }) => status === 429)).toBe(true);
    expect((await new Visitor(app.request, ORIGIN, '10.1.1.1').start(slug)).status).toBe(200);
  });
});

describe('a new conversation', () => {
  test('is counted once, however often its first message arrives', async () => {
    const { app, slug, counted } = await somePage();
    const visitor = new Visitor(app.request);
    const first = { code: newCode(), messageId: 'o'.repeat(21), text: 'Once' };
    await Promise.all(Array.from({ length: 5 }, () => visitor.start(slug, first)));
    expect(await counted()).toEqual({ conversations: 1 });
  });

  test('at a project is counted there', async () => {
    const { cloud, app, slug, managerId, counted } = await somePage();
    const section = { kind: 'projects', items: [{ id: 'house', title: 'A house' }] };
    await (await cloud.tables()).manager(managerId).update({ 'profile.sections': [section] });
    await new Visitor(app.request).start(slug, { section: 'house' });
    await new Visitor(app.request).start(slug, { section: 'another' });
    await new Visitor(app.request).start(slug);
    expect(await counted()).toEqual({ conversations: 3, startedFrom: { projects: 1 } });
  });
});
