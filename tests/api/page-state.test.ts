import { startOfDay } from '@foyer/domain/days';
import { newProfile } from '@foyer/domain/new-profile';
import { PAGE_SECONDS } from '@foyer/domain/page-state';
import type { Profile } from '@foyer/domain/profile';
import { keepAccount, requestDeletion } from '@foyer/functions/accounts/request-deletion';
import { createApp } from '@foyer/functions/app';
import { findListings, namedToMachines } from '@foyer/functions/directory/find-listings';
import { endPause, type NewPause, pausePage } from '@foyer/functions/managers/pause-page';
import { bringOnline, takeOffline } from '@foyer/functions/managers/take-offline';
import { createPages } from '@foyer/functions/public-page/pages';
import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { describe, expect, test } from 'vitest';
import { START } from '../support/at-page.ts';
import { openTestCloud, someManager, type TestCloud } from '../support/cloud.ts';
import { bubblesIn, formIn } from '../support/page-form.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const NOW = Date.parse('2026-11-28T12:00:00Z');
const BACK_ON = '2026-12-12';
const SENTENCE = 'At sea <b>until</b> the twelfth.';
const PAUSE: NewPause = { sentence: SENTENCE, backOn: BACK_ON, timeZone: 'Europe/Paris' };
const UNTIL = startOfDay(BACK_ON, 'Europe/Paris') ?? 0;
const LISTED: Profile = {
  ...newProfile('Ada Moreau', 'Portraits'),
  reach: { ...newProfile('Ada').reach, isListed: true, isIndexed: true, embedOrigins: ['https://example.org'] },
};

/** A page with a visitor's conversation. `fresh` opens an instance that has nothing cached, at the same time of day. */
async function somePage() {
  const cloud = openTestCloud();
  cloud.stopClock(NOW);
  const { slug, managerId } = await someManager(cloud, LISTED);
  const visitor = new Visitor(createApp(cloud).request);
  const code = newCode();
  const { id } = (await visitor.start(slug, { code, text: 'Good morning' })).body.conversation;
  const fresh = (atMs = NOW) => {
    const elsewhere = openTestCloud();
    elsewhere.stopClock(atMs);
    const browser = new Visitor(createApp(elsewhere).request);
    browser.cookie = visitor.cookie;
    const pages = createPages(elsewhere);
    return {
      cloud: elsewhere,
      browser,
      stranger: new Visitor(createApp(elsewhere).request),
      get: async (path: string) => pages.request(path),
      text: async (path: string) => (await pages.request(path)).text(),
    };
  };
  return { cloud, slug, managerId, code, id, visitor, fresh };
}

type Page = Awaited<ReturnType<typeof somePage>>;
const paused = async (pause: NewPause = PAUSE): Promise<Page> => {
  const page = await somePage();
  await pausePage(page.cloud, page.managerId, pause);
  return page;
};
const offline = async (): Promise<Page> => {
  const page = await somePage();
  await takeOffline(page.cloud, page.managerId);
  return page;
};

describe('while new messages are paused', () => {
  test('the page shows the sentence and the day in place of the message box', async () => {
    const { slug, fresh } = await paused();
    const { get } = fresh();
    for (const path of [`/${slug}`, `/${slug}/embed`]) {
      const answer = await get(path);
      expect(answer.status, path).toBe(200);
      const html = await answer.text();
      expect(html).toContain('At sea &lt;b>until&lt;/b> the twelfth.');
      expect(html).toContain('Back on 12 December 2026.');
      expect(html).not.toMatch(/<form[^>]*action=|name="email"/);
    }
  });

  test('the page says so in its own words if the manager left no sentence or day', async () => {
    const { slug, fresh } = await paused({ ...PAUSE, sentence: '', backOn: null });
    const html = await fresh().text(`/${slug}`);
    expect(html).toContain('Ada isn’t taking new messages right now.');
    expect(html).not.toContain('Back on');
  });

  test('programs read the same', async () => {
    const { slug, fresh } = await paused();
    const { text } = fresh();
    const [, data = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(await text(`/${slug}`)) ?? [];
    expect(JSON.parse(data).mainEntity.contactPoint).toMatchObject({
      description: `${SENTENCE} Back on 12 December 2026.`,
      hoursAvailable: { opens: '00:00', closes: '00:00', validThrough: new Date(UNTIL).toISOString() },
    });
    const plain = await text(`/${slug}/llms.txt`);
    expect(plain).toContain('Back on 12 December 2026');
    expect(plain).not.toContain('The message box on that page');
  });

  test('the API refuses first and further messages with the day and the sentence', async () => {
    const { slug, id, fresh } = await paused();
    const { stranger, browser } = fresh();
    for (const refused of [await stranger.start(slug), await browser.send(id, 'Hello?'), await browser.start(slug)]) {
      expect([refused.status, refused.body.code]).toEqual([403, 'messages-paused']);
      expect(refused.body.pause).toEqual({ sentence: SENTENCE, backOn: BACK_ON, until: UNTIL });
      expect(refused.body.detail).toBe(`New messages are paused here until 12 December 2026. ${SENTENCE}`);
    }
  });

  test('forms are refused with the same, and the text is given back', async () => {
    const { slug, id, fresh } = await paused();
    const { stranger, browser } = fresh();
    const first = await stranger.submit(START(slug), { text: 'Hello Ada', name: '', email: '' });
    const further = await browser.submit(`/api/forms/messages?slug=${slug}`, {
      conversationId: id,
      messageId: nanoid(),
      text: 'Hello Ada',
    });
    for (const { status, text } of [first, further]) {
      expect(status).toBe(403);
      expect(text).toContain('data-problem="messages-paused"');
      expect(text).toContain('until 12 December 2026');
      expect(bubblesIn(text)).toEqual(['Hello Ada']);
      expect(formIn(text, '/api/forms/conversations').fields).not.toHaveProperty('text');
    }
  });

  test('visitors in a conversation are told, and can read, copy, rename, get a new code and delete', async () => {
    const { slug, id, code, fresh } = await paused();
    const { browser } = fresh();
    const opened = await browser.open(slug);
    expect(opened.body.conversation.pause).toEqual({ sentence: SENTENCE, backOn: BACK_ON, until: UNTIL });
    expect(opened.body.messages).toHaveLength(1);
    expect((await fresh().stranger.resume(slug, code)).body.conversation.pause?.backOn).toBe(BACK_ON);
    const { text } = await browser.ask(START(slug), { method: 'GET' });
    expect(bubblesIn(text)).toEqual(['Good morning']);
    expect(text).toContain('until 12 December 2026');
    expect(formIn(text, '/api/forms/messages').action).toBe('');
    expect((await browser.ask(`/api/conversations/${id}/export?format=html`, { method: 'GET' })).status).toBe(200);
    expect((await browser.replaceCode(id, newCode())).status).toBe(204);
    expect((await browser.delete(id)).status).toBe(204);
  });

  test('a repeated send of a message that was stored before is answered', async () => {
    const { cloud, id, managerId, visitor } = await somePage();
    const messageId = nanoid();
    expect((await visitor.send(id, 'Just in time', messageId)).status).toBe(200);
    await pausePage(cloud, managerId, PAUSE);
    expect((await visitor.send(id, 'Just in time', messageId)).status).toBe(200);
    expect((await visitor.send(id, 'Too late')).body.code).toBe('messages-paused');
  });

  test('the pause ends by itself, everywhere at the same moment', async () => {
    const { slug, id, fresh } = await paused();
    const [before, after] = [fresh(UNTIL - 1), fresh(UNTIL)];
    expect((await before.browser.send(id, 'Early')).body.code).toBe('messages-paused');
    expect(await before.text(`/${slug}`)).toContain('Back on');
    expect((await after.browser.send(id, 'In time')).status).toBe(200);
    expect((await after.stranger.start(slug)).status).toBe(200);
    expect((await after.browser.open(slug)).body.conversation.pause).toBeUndefined();
    for (const path of [`/${slug}`, `/${slug}/embed`, `/${slug}/llms.txt`]) expect(await after.text(path), path).not.toContain('Back on');
    expect(formIn(await after.text(`/${slug}`)).action).toContain('/api/forms/conversations');
  });

  test('an instance that has the page cached knows the end too', async () => {
    const { slug, cloud } = await paused();
    const visitor = new Visitor(createApp(cloud).request);
    expect((await visitor.start(slug)).body.code).toBe('messages-paused');
    cloud.stopClock(UNTIL);
    expect((await visitor.start(slug)).status).toBe(200);
  });

  test('the CDN caches the page no longer than the pause lasts', async () => {
    const { slug, fresh } = await paused();
    const seconds = async (atMs: number, path: string) =>
      /s-maxage=(\d+)/.exec((await fresh(atMs).get(path)).headers.get('cache-control') ?? '')?.[1];
    for (const path of [`/${slug}`, `/${slug}/embed`, `/${slug}/llms.txt`]) {
      expect(await seconds(UNTIL - 3600_000, path), path).toBe(String(PAGE_SECONDS));
      expect(await seconds(UNTIL - 40_500, path), path).toBe('40');
      expect(await seconds(UNTIL - 200, path), path).toBe('1');
      expect(await seconds(UNTIL, path), path).toBe(String(PAGE_SECONDS));
    }
  });

  test('the manager can end it early', async () => {
    const { cloud, slug, managerId, fresh } = await paused();
    await endPause(cloud, managerId);
    await endPause(cloud, managerId);
    expect((await fresh().stranger.start(slug)).status).toBe(200);
  });

  test.each(['2026-11-28', '2026-02-31', '2020-01-01', '2029-01-01'])('no pause begins with %s as its end', async (backOn) => {
    const { cloud, managerId } = await somePage();
    await expect(pausePage(cloud, managerId, { ...PAUSE, backOn })).rejects.toThrow('invalid-request');
  });
});

/** What another instance still accepts for as long as it has the page cached, as for a closed page. */
async function laterElsewhere(page: Page, elsewhere: TestCloud, ms: number) {
  elsewhere.advance(ms);
  const visitor = new Visitor(createApp(elsewhere).request);
  visitor.cookie = page.visitor.cookie;
  return {
    first: (await new Visitor(createApp(elsewhere).request).start(page.slug)).status,
    further: (await visitor.send(page.id, 'Hello?')).status,
  };
}

test.each([
  ['paused', (page: Page) => pausePage(page.cloud, page.managerId, { ...PAUSE, backOn: null }), 403],
  ['offline', (page: Page) => takeOffline(page.cloud, page.managerId), 404],
] as const)('another instance knows within five minutes that a page is %s', async (_, change, first) => {
  const page = await somePage();
  const elsewhere = openTestCloud();
  expect(await laterElsewhere(page, elsewhere, 0)).toEqual({ first: 200, further: 200 });
  await change(page);
  expect((await laterElsewhere(page, elsewhere, 31_000)).first).toBe(first);
  expect(await laterElsewhere(page, elsewhere, 5 * 60_000)).toEqual({ first, further: 403 });
});

test('each change is stored where open conversations listen, next to what the manager says', async () => {
  const { cloud, managerId } = await somePage();
  const presence = (await cloud.tables()).managerPresence(managerId);
  const told = async () => (await presence.get()).data();
  await presence.set({ status: 'On a train' });
  await pausePage(cloud, managerId, PAUSE);
  expect(await told()).toEqual({
    status: 'On a train',
    page: { pause: { sentence: SENTENCE, backOn: BACK_ON, until: Timestamp.fromMillis(UNTIL) } },
  });
  await takeOffline(cloud, managerId);
  await endPause(cloud, managerId);
  expect(await told()).toEqual({ status: 'On a train', page: { isOffline: true } });
  const endsAt = await requestDeletion(cloud, managerId);
  expect(await told()).toEqual({ status: 'On a train', page: { isOffline: true, endsAt: Timestamp.fromMillis(endsAt ?? 0) } });
  await keepAccount(cloud, managerId);
  await bringOnline(cloud, managerId);
  expect(await told()).toEqual({ status: 'On a train', page: {} });
});

describe('while the page is offline', () => {
  test('it answers like an unknown address in every form', async () => {
    const { slug, fresh } = await offline();
    const { get } = fresh();
    const places = (at: string) => [
      `/${at}`,
      `/${at}/embed`,
      `/${at}.vcf`,
      `/${at}/llms.txt`,
      `/oembed?url=${encodeURIComponent(`https://foyer.test/${at}`)}`,
    ];
    for (const [index, path] of places(slug).entries()) {
      const [answer, unknown] = [await get(path), await get(places('nobody-is-here')[index] ?? '')];
      expect([answer.status, await answer.text()], path).toEqual([404, await unknown.text()]);
      expect(answer.headers.get('cache-control')).toBe(unknown.headers.get('cache-control'));
    }
  });

  test('the API and forms refuse a first message as for an unknown address', async () => {
    const { slug, code, fresh } = await offline();
    const { stranger } = fresh();
    const unknown = await stranger.start('nobody-is-here');
    for (const answer of [await stranger.start(slug), await stranger.open(slug), await stranger.resume(slug, code)])
      expect([answer.status, answer.body]).toEqual([unknown.status, unknown.body]);
    const [form, other] = [
      await stranger.submit(START(slug), { text: 'Hello' }),
      await stranger.submit(START('nobody-is-here'), { text: 'Hello' }),
    ];
    expect([form.status, form.text.replaceAll(slug, '')]).toEqual([404, other.text.replaceAll('nobody-is-here', '')]);
    expect((await stranger.ask(START(slug), { method: 'GET' })).status).toBe(404);
  });

  test('nobody is named in the directory, the sitemap or llms.txt', async () => {
    const { slug, fresh } = await offline();
    const { cloud } = fresh();
    expect((await findListings(cloud, '', 1)).people.some((one) => one.slug === slug)).toBe(false);
    expect((await namedToMachines(cloud)).some((one) => one.slug === slug)).toBe(false);
  });

  test('visitors in a conversation are told, and can read, copy, get a new code and delete', async () => {
    const { slug, id, fresh } = await offline();
    const { browser } = fresh();
    expect((await browser.send(id, 'Hello?')).body.code).toBe('page-offline');
    const { conversation, messages } = (await browser.open(slug)).body;
    expect([conversation.isOffline, conversation.endsAt, messages.length]).toEqual([true, undefined, 1]);
    const { status, text } = await browser.ask(START(slug), { method: 'GET' });
    expect(status).toBe(200);
    expect(bubblesIn(text)).toEqual(['Good morning']);
    expect(text).toContain('This page is offline.');
    expect(text).not.toContain(`href="/${slug}`);
    const further = await browser.submit(`/api/forms/messages?slug=${slug}`, { conversationId: id, messageId: nanoid(), text: 'Hello?' });
    expect([further.status, bubblesIn(further.text)]).toEqual([403, ['Hello?']]);
    expect((await browser.ask(`/api/conversations/${id}/export?format=json`, { method: 'GET' })).status).toBe(200);
    const next = newCode();
    expect((await browser.replaceCode(id, next)).status).toBe(204);
    const resumed = await fresh().stranger.resume(undefined, next);
    expect([resumed.status, resumed.body.slug, resumed.body.conversation.isOffline]).toEqual([200, slug, true]);
    expect((await browser.delete(id)).status).toBe(204);
    expect((await browser.start(slug)).body.code).toBe('unknown-slug');
  });

  test('a code without JavaScript leads to the conversation', async () => {
    const { slug, code, fresh } = await offline();
    const { stranger } = fresh();
    const { status, headers } = await stranger.submit('/api/forms/sessions', { code });
    expect([status, headers.get('location')]).toEqual([303, START(slug)]);
    expect(bubblesIn((await stranger.ask(START(slug), { method: 'GET' })).text)).toEqual(['Good morning']);
  });

  test('everything is back when it is online again', async () => {
    const { cloud, slug, managerId, id, fresh } = await offline();
    await takeOffline(cloud, managerId);
    await bringOnline(cloud, managerId);
    await bringOnline(cloud, managerId);
    const { cloud: elsewhere, browser, stranger, get } = fresh();
    expect((await get(`/${slug}`)).status).toBe(200);
    expect((await findListings(elsewhere, '', 1)).people.some((one) => one.slug === slug)).toBe(true);
    expect((await stranger.start(slug)).status).toBe(200);
    expect((await browser.send(id, 'You are back')).status).toBe(200);
    expect((await browser.open(slug)).body.conversation).not.toHaveProperty('isOffline');
  });
});
