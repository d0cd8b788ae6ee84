import { createHash } from 'node:crypto';
import { codeForm, FORM_BODY_MAX } from '@foyer/domain/form';
import { createApp } from '@foyer/functions/app';
import type { Cloud } from '@foyer/functions/cloud';
import { Door } from '@foyer/functions/limits/door';
import { MANAGER_HOUR } from '@foyer/functions/limits/rates';
import { words as faults } from '@foyer/words/compiled/en/faults';
import { type Firestore, Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { afterEach, describe, expect, test } from 'vitest';
import { atPage, CODE, MESSAGE, START, conversationsOf as storedOf } from '../support/at-page.ts';
import { ORIGIN, openTestCloud, PROXIES, someManager, type TestCloud } from '../support/cloud.ts';
import { fromManager } from '../support/conversation.ts';
import { fullProfile } from '../support/full-profile.ts';
import { bubblesIn, codeIn, formIn } from '../support/page-form.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const cloud = openTestCloud();
const table = await cloud.tables();

const conversationsOf = (managerId: string) => storedOf(cloud, managerId);

describe("a visitor's first message without JavaScript", () => {
  test('starts a conversation; the answer is a page with it, the code and the next step', async () => {
    const { slug, managerId, visitor, browser } = await atPage();
    const page = await visitor.submit(START(slug), {
      text: '\r\n  Hello\r\nAda\u000bMoreau\u0002 ',
      name: ' Mina\u0000 ',
      email: '',
      section: '',
    });
    expect(page.status).toBe(200);
    expect(bubblesIn(page.text)).toEqual(['  Hello\nAda\nMoreau']);
    const code = codeIn(page.text) ?? '';
    expect(code).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
    expect(page.text).toContain(`href="${ORIGIN}/${slug}#resume=${code}"`);
    const [stored] = await conversationsOf(managerId);
    expect(stored).toMatchObject({ visitor: { name: 'Mina' }, section: null, unread: 1, texts: ['  Hello\nAda\nMoreau'] });
    expect(stored?.visitor).not.toHaveProperty('email');
    expect((await browser().resume(slug, code)).body.conversation.id).toBe(stored?.id);
    expect((await visitor.open(slug)).body.conversation.id).toBe(stored?.id);
  });

  test('gets a page that is not cached, framed or indexed, and runs nothing', async () => {
    const { slug, visitor } = await atPage();
    const { headers, text } = await visitor.submit(START(slug), { text: 'Hello' });
    const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('content-type')).toBe('text/html; charset=UTF-8');
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    );
    expect(headers.get('set-cookie')).toMatch(/^__session=.*; HttpOnly; Secure; SameSite=Strict$/);
    expect(text).not.toMatch(/<script|\sstyle=|\son\w+=/);
  });

  test('costs the same as with JavaScript', async () => {
    const { slug, visitor, cloud: own } = await atPage();
    own.operations.reset();
    expect((await visitor.submit(START(slug), { text: 'Hello' })).status).toBe(200);
    // The page, the breaker, and the manager's hour.
    expect(own.operations.reads).toBeLessThanOrEqual(3);
    expect(own.operations.writes).toBeLessThanOrEqual(5);
  });

  test('is one message if its page is reloaded and its form sent again', async () => {
    const { slug, managerId, visitor } = await atPage();
    const first = await visitor.submit(START(slug), { text: 'Only once' });
    const again = await visitor.submit(START(slug), { text: 'Only once' });
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(bubblesIn(again.text)).toEqual(['Only once']);
    expect((await conversationsOf(managerId)).map(({ texts }) => texts)).toEqual([['Only once']]);
    expect(codeIn(again.text)).toBeNull();
  });

  test('from a browser that has a conversation there continues it', async () => {
    const { slug, managerId, visitor } = await atPage();
    await visitor.start(slug, { text: 'With a script' });
    const page = await visitor.submit(START(slug), { text: 'And without' });
    expect(bubblesIn(page.text)).toEqual(['With a script', 'And without']);
    expect(await conversationsOf(managerId)).toHaveLength(1);
  });

  test.each([
    ['was deleted', (visitor: Visitor, id: string) => visitor.delete(id)],
    [
      'was signed out of elsewhere',
      async (visitor: Visitor, id: string) => {
        const { cookie } = visitor;
        await visitor.signOutOthers(id);
        visitor.cookie = cookie;
      },
    ],
  ] as const)('from a browser whose conversation %s starts a new one', async (_, end) => {
    const { slug, visitor } = await atPage();
    const { body } = await visitor.start(slug, { text: 'Before' });
    const { cookie } = visitor;
    await end(visitor, body.conversation.id);
    visitor.cookie = cookie;
    const page = await visitor.submit(START(slug), { text: 'After' });
    expect([page.status, bubblesIn(page.text)]).toEqual([200, ['After']]);
    expect(codeIn(page.text)).not.toBeNull();
  });
});

describe('the subject of a first message', () => {
  async function atFullPage() {
    const here = await atPage();
    const profile = fullProfile('atelier');
    const sections = profile.sections.map((section) => (section.kind === 'projects' ? { ...section, isHidden: true } : section));
    await table.manager(here.managerId).update({ profile: { ...profile, sections } });
    return here;
  }

  test.each([
    ['a service of the page, by its title', 'portrait', 'Portrait of a house'],
    ['nothing, when the page has no such item any more', 'no-longer-there', null],
    ['nothing, when the manager has hidden it', 'quay', null],
    ['nothing, when it is something else of the page', 't1', null],
  ])('is %s: from a form and from the script', async (_, section, expected) => {
    const { slug, managerId, browser } = await atFullPage();
    expect((await browser().submit(START(slug), { text: 'By form', section })).status).toBe(200);
    expect((await browser().start(slug, { text: 'By script', section })).status).toBe(200);
    expect((await conversationsOf(managerId)).map((stored) => stored.section)).toEqual([expected, expected]);
  });

  test("never comes from the sender's text", async () => {
    const { slug, managerId, browser } = await atFullPage();
    expect((await browser().submit(START(slug), { text: 'Hello', section: 'Portrait of a house' })).status).toBe(400);
    expect((await browser().start(slug, { section: 'Portrait of a house' })).status).toBe(400);
    expect(await conversationsOf(managerId)).toEqual([]);
  });
});

describe('a further message', () => {
  test('is stored once however often its form is sent, and the code stays on the page', async () => {
    const { slug, managerId, visitor } = await atPage();
    const first = await visitor.submit(START(slug), { text: 'First' });
    const { action, fields } = formIn(first.text);
    const sent = { ...fields, text: 'Second' };
    const pages = [await visitor.submit(action, sent), await visitor.submit(action, sent)];
    for (const page of pages) {
      expect([page.status, bubblesIn(page.text)]).toEqual([200, ['First', 'Second']]);
      expect(codeIn(page.text)).toBe(codeIn(first.text));
    }
    expect(formIn(pages[1]?.text ?? '').fields.messageId).not.toBe(fields.messageId);
    expect((await conversationsOf(managerId)).map(({ texts }) => texts)).toEqual([['First', 'Second']]);
  });

  test('is returned if its form was sent before with other text, and can be sent as new', async () => {
    const { slug, visitor } = await atPage();
    const { action, fields } = formIn((await visitor.submit(START(slug), { text: 'First' })).text);
    await visitor.submit(action, { ...fields, text: 'Second' });
    const refused = await visitor.submit(action, { ...fields, text: 'Third' });
    expect([refused.status, refused.code]).toEqual([409, 'message-conflict']);
    const again = formIn(refused.text);
    expect(again.fields.text).toBe('Third');
    expect(bubblesIn((await visitor.submit(again.action, again.fields)).text)).toEqual(['First', 'Second', 'Third']);
  });

  test("to another's conversation is refused, whatever code the form has", async () => {
    const { slug, managerId, visitor, browser } = await atPage();
    const page = await visitor.submit(START(slug), { text: 'Mine' });
    const stranger = browser();
    await stranger.start(slug, { text: 'A stranger' });
    for (const thief of [stranger, browser()]) {
      const { action, fields } = formIn(page.text);
      const { status, code, text } = await thief.submit(action, { ...fields, text: 'Not mine' });
      expect([status, code]).toEqual([401, 'session-ended']);
      expect(text).not.toContain('Mine');
    }
    expect((await conversationsOf(managerId)).map(({ texts }) => texts).sort()).toEqual([['A stranger'], ['Mine']]);
  });

  test('with a code of another conversation does not show it as its own', async () => {
    const { slug, visitor } = await atPage();
    const { action, fields } = formIn((await visitor.submit(START(slug), { text: 'First' })).text);
    expect(codeIn((await visitor.submit(action, { ...fields, code: newCode(), text: 'Second' })).text)).toBeNull();
  });
});

describe('coming back', () => {
  test('shows the conversation in the browser that wrote; any other needs the code', async () => {
    const { slug, managerId, visitor, browser } = await atPage();
    await visitor.submit(START(slug), { text: 'Are you there?' });
    const [stored] = await conversationsOf(managerId);
    const reply = 'I am: https://example.org/a';
    await table.message(managerId, stored?.id ?? '', nanoid()).create(fromManager(reply));
    const { status, text } = await visitor.ask(START(slug), {});
    expect([status, bubblesIn(text)]).toEqual([200, ['Are you there?', reply]]);
    expect(text).toContain('<a href="https://example.org/a" dir="ltr" rel="noopener noreferrer nofollow ugc">');
    expect(codeIn(text)).toBeNull();

    const other = await browser().ask(START(slug), {});
    expect([other.status, formIn(other.text).action, bubblesIn(other.text)]).toEqual([200, CODE(slug), []]);
    expect(other.headers.get('set-cookie')).toBeNull();
  });

  test('with a code, as typed or as the whole link, opens it in another browser', async () => {
    const { slug, visitor, browser } = await atPage();
    const code = codeIn((await visitor.submit(START(slug), { text: 'From the desk' })).text) ?? '';
    const wide = code.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    const link = `${ORIGIN}/${slug}#resume=${code}`;
    for (const typed of [
      code.toLowerCase().replaceAll('-', ' '),
      link,
      `(${link})`,
      `${code}.`,
      `My code: ${wide}`,
      `\u200b${code}\u0000`,
    ]) {
      const second = browser();
      expect((await second.submit(CODE(slug), { code: typed })).headers.get('location')).toBe(START(slug));
      expect(bubblesIn((await second.ask(START(slug), {})).text)).toEqual(['From the desk']);
    }
  });

  test('with a code of another page, or on no page, redirects to its page', async () => {
    const { slug, visitor, browser } = await atPage();
    const other = await someManager(cloud);
    const code = codeIn((await visitor.submit(START(slug), { text: 'From the desk' })).text) ?? '';
    for (const address of [CODE(other.slug), codeForm.path]) {
      const second = browser();
      expect((await second.submit(address, { code })).headers.get('location')).toBe(START(slug));
      expect(bubblesIn((await second.ask(START(slug), {})).text)).toEqual(['From the desk']);
    }
    const unknown = await visitor.submit(codeForm.path, { code: newCode() });
    expect([unknown.status, unknown.code, formIn(unknown.text).action]).toEqual([404, 'unknown-code', codeForm.path]);
    expect((await visitor.ask(codeForm.path, {})).headers.get('location')).toBe('/resume');
  });

  test('with a wrong code returns the page with the typed text and a sentence', async () => {
    const { slug, visitor } = await atPage();
    const code = newCode();
    const unknown = await visitor.submit(CODE(slug), { code });
    expect([unknown.status, unknown.code, formIn(unknown.text).fields.code]).toEqual([404, 'unknown-code', code]);
    const short = await visitor.submit(CODE(slug), { code: '7KX2-QP4T' });
    expect([short.status, formIn(short.text).fields.code]).toEqual([400, '7KX2-QP4T']);
    expect(short.text).toContain(faults['code-incomplete']({ length: 8, of: 20 }));
  });

  test('by the address of an answer leads to the conversation', async () => {
    const { slug, visitor } = await atPage();
    for (const address of [MESSAGE(slug), CODE(slug)]) {
      const answer = await visitor.ask(address, {});
      expect([answer.status, answer.headers.get('location')]).toEqual([303, START(slug)]);
    }
  });

  test('shows the last fifty messages, and a link to all', async () => {
    const { slug, managerId, visitor } = await atPage();
    const { body } = await visitor.start(slug);
    const id = body.conversation.id;
    const at = Date.now() + 1000;
    for (let count = 0; count < 55; count++)
      await table.message(managerId, id, nanoid()).create(fromManager(`No. ${count}`, Timestamp.fromMillis(at + count)));
    await table.conversation(managerId, id).update({ messageCount: 56 });
    const { text } = await visitor.ask(START(slug), {});
    expect(bubblesIn(text)).toEqual(Array.from({ length: 50 }, (_, index) => `No. ${index + 5}`));
    expect(text).toContain(`href="/api/conversations/${id}/export?format=html"`);
  });
});

const FILLED = { text: 'Words that took an hour', name: 'Mina', email: 'mina@example.org', section: 'portrait' };

describe('no text is lost when a first message is refused', () => {
  afterEach(() => table.breaker().delete());

  const broken = (count: number) => {
    let left = count;
    return {
      firestore: async (): Promise<Firestore> => {
        if (left-- > 0) throw Object.assign(new Error('away'), { code: 14 });
        return cloud.firestore();
      },
    };
  };

  test.each([
    ['too long', { ...FILLED, text: 'a'.repeat(9000) }, 400, 'invalid-request', '5,000 characters too long'],
    ['empty', { ...FILLED, text: '  ' }, 400, 'invalid-request', faults.required],
    ['with a broken address', { ...FILLED, email: 'mina@' }, 400, 'invalid-request', faults['email-format']],
  ])('as %s', async (_, filled, status, code, sentence) => {
    const { slug, managerId, visitor } = await atPage();
    const page = await visitor.submit(START(slug), filled);
    expect([page.status, page.code]).toEqual([status, code]);
    expect(page.text).toContain(sentence);
    expect(formIn(page.text)).toMatchObject({ action: START(slug), fields: filled });
    expect(await conversationsOf(managerId)).toEqual([]);
  });

  test.each([
    ['existing', 503, 'new-conversations-paused'],
    ['read-only', 503, 'sending-paused'],
    ['challenge', 428, 'challenge-required'],
  ])('while the site is in the mode "%s"', async (mode, status, code) => {
    const { slug, visitor } = await atPage();
    await table.breaker().set({ mode });
    const page = await visitor.submit(START(slug), FILLED);
    expect([page.status, page.code]).toEqual([status, code]);
    expect(formIn(page.text).fields).toMatchObject(FILLED);
    expect(page.headers.get('set-cookie')).toBeNull();
  });

  test('by the first rate limit, which reads nothing else', async () => {
    const door = new Door({ burst: 1, refillMs: 60_000 });
    const { slug, visitor, cloud: own } = await atPage({ door });
    await visitor.submit(CODE(slug), { code: newCode() });
    own.operations.reset();
    const page = await visitor.submit(START(slug), FILLED);
    expect([page.status, page.code, page.headers.get('retry-after')]).toEqual([429, 'too-fast', '60']);
    expect(formIn(page.text)).toMatchObject({ action: START(slug), fields: FILLED });
    expect(own.operations).toMatchObject({ reads: 0, writes: 0 });
  });

  test('because too many people write to this manager', async () => {
    const { slug, managerId, visitor, cloud: own } = await atPage();
    const hour = table.managerHour(`hour-${Math.floor(own.now() / 3_600_000)}-${managerId}`);
    await hour.set({ count: MANAGER_HOUR.hard, expireAt: Timestamp.now() });
    const page = await visitor.submit(START(slug), FILLED);
    expect([page.status, page.code, formIn(page.text).fields.text]).toEqual([429, 'inbox-full', FILLED.text]);
  });

  test('because the page does not exist', async () => {
    const { visitor } = await atPage();
    const page = await visitor.submit(START('nobody-lives-here'), FILLED);
    expect([page.status, page.code, formIn(page.text).fields.text]).toEqual([404, 'unknown-slug', FILLED.text]);
  });

  test('and when the store is down: sent again it is the same conversation', async () => {
    const { slug, managerId, visitor, browser, cloud: own } = await atPage();
    await browser().start(slug);
    const healthy = own.firestore;
    let fails = true;
    own.firestore = async () => {
      const db = await healthy();
      if (!fails) return db;
      fails = false;
      return broken(1).firestore();
    };
    const page = await visitor.submit(START(slug), FILLED);
    expect([page.status, page.code]).toEqual([503, 'busy']);
    const { action, fields } = formIn(page.text);
    expect(fields).toMatchObject(FILLED);
    const sent = [await visitor.submit(action, fields), await browser().submit(action, fields)];
    expect(sent.map(({ status }) => status)).toEqual([200, 200]);
    expect(codeIn(sent[0]?.text ?? '')).toBe(codeIn(sent[1]?.text ?? ''));
    expect((await conversationsOf(managerId)).map(({ texts }) => texts)).toEqual(expect.arrayContaining([[FILLED.text]]));
    expect(await conversationsOf(managerId)).toHaveLength(2);
  });
});

describe('a refused further message is returned', () => {
  async function inThread() {
    const here = await atPage();
    const { text } = await here.visitor.submit(START(here.slug), { text: 'First' });
    const [stored] = await conversationsOf(here.managerId);
    const id = stored?.id ?? '';
    return { ...here, id, form: formIn(text) };
  }

  test('if the manager blocked the visitor, who can read and download', async () => {
    const { visitor, managerId, id, form } = await inThread();
    await table.conversation(managerId, id).update({ blockedAt: Timestamp.now() });
    const page = await visitor.submit(form.action, { ...form.fields, text: 'Please' });
    expect([page.status, page.code, bubblesIn(page.text)]).toEqual([403, 'blocked', ['Please']]);
    expect(page.text).not.toContain('<form');
  });

  test('if the conversation was deleted, as the first message of a new one', async () => {
    const { visitor, slug, id, form } = await inThread();
    const { cookie } = visitor;
    await visitor.delete(id);
    visitor.cookie = cookie;
    const page = await visitor.submit(form.action, { ...form.fields, text: 'Still here' });
    expect([page.status, page.code]).toEqual([410, 'conversation-deleted']);
    const again = formIn(page.text);
    expect(again).toMatchObject({ action: START(slug), fields: { text: 'Still here' } });
    expect(bubblesIn((await visitor.submit(again.action, again.fields)).text)).toEqual(['Still here']);
  });

  test('if the browser was signed out, with a link to enter the code', async () => {
    const { visitor, slug, form } = await inThread();
    visitor.cookie = null;
    const page = await visitor.submit(form.action, { ...form.fields, text: 'Who am I?' });
    expect([page.status, page.code, formIn(page.text).fields.text]).toEqual([401, 'session-ended', 'Who am I?']);
    expect(page.text).toContain(`<a href="${START(slug)}">I have a code</a>`);
  });

  test('if it was sent too fast, with the time to wait', async () => {
    const { cloud, visitor, form } = await inThread();
    cloud.stopClock();
    const send = (text: string) => visitor.submit(form.action, { ...form.fields, messageId: nanoid(), text });
    for (let count = 0; count < 9; count++) expect((await send(`No. ${count}`)).status).toBe(200);
    const page = await send('One too many');
    expect([page.status, page.code, formIn(page.text).fields.text]).toEqual([429, 'too-fast', 'One too many']);
    expect(page.text).toMatch(/Try again in \d seconds?\./);
  });
});

describe('a first message without JavaScript has no proof:', () => {
  const limited = (): Partial<Cloud> => ({ config: { ...cloud.config, trustedProxies: PROXIES } });
  let last = 0;
  const someAddress = () => `10.${process.pid % 250}.${++last}.${Math.ceil(Math.random() * 250)}`;

  test('it waits in the requests, and Google is not asked', async () => {
    const asked: string[] = [];
    const recaptcha = async () => ({
      assess: async (token: string) => {
        asked.push(token);
        return 0.9;
      },
    });
    const { slug, managerId, visitor } = await atPage({ recaptcha });
    expect((await visitor.submit(START(slug), { text: 'Hello' })).status).toBe(200);
    expect((await conversationsOf(managerId)).map(({ tray }) => tray)).toEqual(['requests']);
    expect(asked).toEqual([]);
  });

  test('a network starts two, then must wait, and the text is kept', async () => {
    const { slug, browser, cloud } = await atPage(limited(), someAddress());
    cloud.stopClock();
    const pages = [];
    for (let count = 0; count < 3; count++) pages.push(await browser().submit(START(slug), FILLED));
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 429]);
    const refused = pages.at(-1);
    expect([refused?.code, Number(refused?.headers.get('retry-after')) > 0]).toEqual(['too-many-conversations', true]);
    expect(formIn(refused?.text ?? '').fields).toMatchObject(FILLED);
  });

  test('wrong codes count like wrong codes sent by a script', async () => {
    const { slug, visitor, cloud } = await atPage(limited(), someAddress());
    cloud.stopClock();
    const statuses = [];
    for (let count = 0; count < 12; count++) statuses.push((await visitor.submit(CODE(slug), { code: newCode() })).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(404));
    expect(statuses.slice(10)).toEqual([429, 429]);
  });

  test('a self-made proof, token or code gains nothing', async () => {
    const { slug, visitor } = await atPage();
    for (const more of [{ proof: 'e30=' }, { recaptchaToken: 'token' }, { tray: 'inbox' }]) {
      const page = await visitor.submit(START(slug), { text: 'Hello', ...more });
      expect([page.status, page.code]).toEqual([400, 'invalid-request']);
    }
  });
});

describe('a form is read', () => {
  const sent = async (type: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => {
    const { slug, managerId, visitor } = await atPage();
    const page = await visitor.ask(START(slug), { method: 'POST', body, headers: { 'content-type': type, ...headers } });
    return { ...page, stored: (await conversationsOf(managerId)).length };
  };
  const FORM = 'application/x-www-form-urlencoded';

  test.each([
    ['as browsers send it', FORM, 'text=Hello', 200],
    ['with its character set', `${FORM}; charset=UTF-8`, 'text=Hello', 200],
    ['in no other character set', `${FORM}; charset=utf-16`, 'text=Hello', 415],
    ['not as JSON', 'application/json', '{"text":"Hello"}', 415],
    ['not as a form with files', 'multipart/form-data; boundary=x', '--x--', 415],
    ['not as text', 'text/plain', 'text=Hello', 415],
    ['with each field once', FORM, 'text=Hello&text=Again', 400],
    ['without unknown fields', FORM, 'text=Hello&tray=inbox', 400],
    ['without what every object has', FORM, 'text=Hello&__proto__=x&constructor=y', 400],
    ['with a text in it', FORM, 'name=Mina', 400],
    ['also if its percent signs mean nothing', FORM, 'text=100%+%ZZ+%C3', 200],
    ['to its end, and no further', FORM, `text=Hello&${'x'.repeat(FORM_BODY_MAX)}`, 413],
  ])('%s', async (_, type, body, status) => {
    const page = await sent(type, body);
    expect([page.status, page.stored]).toEqual([status, status === 200 ? 1 : 0]);
  });

  test('never compressed', async () => expect((await sent(FORM, 'text=Hello', { 'content-encoding': 'gzip' })).status).toBe(415));

  test('with the longest possible message in the widest script', async () => {
    const { slug, visitor } = await atPage();
    const text = '字'.repeat(4000);
    expect(bubblesIn((await visitor.submit(START(slug), { text })).text)).toEqual([text]);
  });
});

test.each([
  '</textarea><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; DROP",
  '&lt;b&gt;',
  '</p></main><form action=//evil.example>',
])('a text like %s is text on the thread and on a refusal', async (text) => {
  const { slug, visitor } = await atPage();
  const thread = await visitor.submit(START(slug), { text, name: text.slice(0, 50) });
  expect(bubblesIn(thread.text)).toEqual([text]);
  const refused = await visitor.submit(START(slug), {
    text: `${text}${'a'.repeat(5000)}`,
    name: text.slice(0, 50),
    email: text,
    section: text,
  });
  expect(formIn(refused.text).fields).toMatchObject({ text: `${text}${'a'.repeat(5000)}`, name: text.slice(0, 50), email: text });
  for (const page of [thread, refused]) expect(page.text).not.toMatch(/<script|<img|<b>|<form action/);
});

test('a form of another site is refused without repeating its text', async () => {
  const { slug, managerId, visitor } = await atPage();
  for (const changes of [
    { origin: 'https://evil.example' },
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    const page = await visitor.ask(START(slug), {
      method: 'POST',
      body: new URLSearchParams(FILLED),
      headers: { ...changes } as Record<string, string>,
    });
    expect([page.status, page.code]).toEqual([403, 'foreign-origin']);
    expect(page.text).not.toContain(FILLED.text);
  }
  expect(await conversationsOf(managerId)).toEqual([]);
});

test.each(['/api/forms', '/api/forms/nothing', '/api/forms/conversations'])(
  '%s, requested in an unusual way, gets a plain answer',
  async (path) => {
    const { visitor } = await atPage();
    const page = await visitor.ask(path, { method: 'PUT' });
    expect([404, 405]).toContain(page.status);
  },
);

test('one instance recognises what another one stored', async () => {
  const { slug, managerId, visitor } = await atPage();
  const { action, fields } = formIn((await visitor.submit(START(slug), { text: 'First' })).text);
  const elsewhere = new Visitor(createApp(openTestCloud() as TestCloud).request);
  elsewhere.cookie = visitor.cookie;
  const sent = { ...fields, text: 'Second' };
  await Promise.all([visitor.submit(action, sent), elsewhere.submit(action, sent)]);
  expect((await conversationsOf(managerId)).map(({ texts }) => texts)).toEqual([['First', 'Second']]);
});
