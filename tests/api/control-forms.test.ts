import { erasureForm, forgetForm, newCodeForm } from '@foyer/domain/form';
import { createApp } from '@foyer/functions/app';
import { describe, expect, test } from 'vitest';
import { atPage, CODE, conversationsOf, MESSAGE, START } from '../support/at-page.ts';
import { openTestCloud, someManager, type TestCloud } from '../support/cloud.ts';
import { bubblesIn, codeIn, formIn } from '../support/page-form.ts';
import { Visitor } from '../support/visitor.ts';

const cloud = openTestCloud();
const table = await cloud.tables();

/** A visitor without JavaScript who wrote a message, with the three forms below the conversation. */
async function inThread(text = 'First') {
  const here = await atPage();
  const page = await here.visitor.submit(START(here.slug), { text });
  const forms = {
    message: formIn(page.text),
    code: formIn(page.text, newCodeForm.path),
    forget: formIn(page.text, forgetForm.path),
    erase: formIn(page.text, erasureForm.path),
  };
  const [stored] = await conversationsOf(here.cloud, here.managerId);
  return { ...here, page, code: codeIn(page.text) ?? '', forms, id: stored?.id ?? '' };
}

const sure = { isSure: 'yes' };
const opens = async ({ browser, slug }: { browser: () => Visitor; slug: string }, code: string) =>
  (await browser().submit(CODE(slug), { code })).status === 303;

describe('a visitor without JavaScript who forgets a conversation on this device', () => {
  test('loses it in this browser, while its code still opens it', async () => {
    const here = await inThread();
    const { visitor, slug, forms, code } = here;
    const page = await visitor.submit(forms.forget.action, forms.forget.fields);
    expect([page.status, bubblesIn(page.text)]).toEqual([200, []]);
    expect(page.text).toContain(`<a href="${START(slug)}">`);
    expect(page.text).not.toContain(code);
    expect((await visitor.open(slug)).body.code).toBe('session-ended');
    expect(bubblesIn((await visitor.ask(START(slug), {})).text)).toEqual([]);
    expect(await opens(here, code)).toBe(true);
  });

  test('keeps those on other pages; forgetting the last one removes the cookie', async () => {
    const { visitor, cloud: own, forms, slug } = await inThread();
    const other = await someManager(own);
    await visitor.submit(START(other.slug), { text: 'Elsewhere' });
    const first = await visitor.submit(forms.forget.action, forms.forget.fields);
    expect(first.headers.get('clear-site-data')).toBeNull();
    expect([(await visitor.open(slug)).status, (await visitor.open(other.slug)).status]).toEqual([401, 200]);
    const { action } = formIn((await visitor.ask(START(other.slug), {})).text, forgetForm.path);
    const last = await visitor.submit(action, {});
    expect(last.headers.get('clear-site-data')).toBe('"cache", "cookies"');
    expect(last.headers.getSetCookie()[1]).toBe('__session=; Path=/api; Max-Age=0; HttpOnly; Secure; SameSite=Strict');
  });

  test('forgets it once, however often the form is sent', async () => {
    const { visitor, forms } = await inThread();
    const pages = [];
    for (let count = 0; count < 3; count++) pages.push(await visitor.submit(forms.forget.action, forms.forget.fields));
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
  });

  test('gets the text back from an old page, with a link to enter the code', async () => {
    const { visitor, forms, slug } = await inThread();
    await visitor.submit(forms.forget.action, forms.forget.fields);
    const page = await visitor.submit(forms.message.action, { ...forms.message.fields, text: 'Still here' });
    expect([page.status, page.code, formIn(page.text).fields.text]).toEqual([401, 'session-ended', 'Still here']);
    expect(page.text).toContain(`<a href="${START(slug)}">I have a code</a>`);
  });

  test('succeeds even while the site accepts nothing else', async () => {
    const { visitor, forms, slug } = await inThread();
    await table.breaker().set({ mode: 'read-only' });
    try {
      expect((await visitor.submit(forms.forget.action, forms.forget.fields)).status).toBe(200);
    } finally {
      await table.breaker().delete();
    }
    expect((await visitor.open(slug)).status).toBe(401);
  });
});

describe('a visitor without JavaScript who deletes a conversation', () => {
  test('deletes it for both sides, and from the cookie', async () => {
    const here = await inThread();
    const { visitor, slug, managerId, forms, code } = here;
    expect(forms.erase.fields).toEqual({ conversationId: here.id });
    const page = await visitor.submit(forms.erase.action, { ...forms.erase.fields, ...sure });
    expect([page.status, bubblesIn(page.text)]).toEqual([200, []]);
    expect(page.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(await conversationsOf(here.cloud, managerId)).toEqual([]);
    expect((await visitor.open(slug)).status).toBe(401);
    expect(await opens(here, code)).toBe(false);
  });

  test('must tick the box', async () => {
    const { visitor, managerId, cloud: own, forms } = await inThread();
    for (const missing of [{}, { isSure: '' }, { isSure: 'on' }, { isSure: 'no' }]) {
      const page = await visitor.submit(forms.erase.action, { ...forms.erase.fields, ...missing });
      expect([page.status, page.code]).toEqual([400, 'invalid-request']);
      expect(page.text).toContain('Tick the box');
      expect(page.headers.get('set-cookie')).toBeNull();
      expect(formIn(page.text, erasureForm.path)).toEqual(forms.erase);
    }
    expect(await conversationsOf(own, managerId)).toHaveLength(1);
    expect((await visitor.submit(forms.erase.action, { ...forms.erase.fields, ...sure })).status).toBe(200);
  });

  test('deletes it once, even with two simultaneous presses or a repeat', async () => {
    const { visitor, managerId, cloud: own, forms, slug } = await inThread();
    const second = new Visitor(createApp(openTestCloud() as TestCloud).request);
    second.cookie = visitor.cookie;
    const third = new Visitor(createApp(own).request);
    third.cookie = visitor.cookie;
    const asked = { ...forms.erase.fields, ...sure };
    const pages = await Promise.all([visitor.submit(forms.erase.action, asked), second.submit(forms.erase.action, asked)]);
    pages.push(await third.submit(forms.erase.action, asked));
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
    expect(await conversationsOf(own, managerId)).toEqual([]);
    // The first answer removed the cookie, so the browser now only learns that it has no conversation.
    const again = await visitor.submit(forms.erase.action, asked);
    expect([again.status, again.code]).toEqual([401, 'session-ended']);
    expect(again.text).toContain('If you deleted it here, it’s gone');
    expect(again.text).toContain(`<a href="${START(slug)}">I have a code</a>`);
  });

  test('keeps those on other pages', async () => {
    const { visitor, cloud: own, forms, slug } = await inThread();
    const other = await someManager(own);
    await visitor.submit(START(other.slug), { text: 'Elsewhere' });
    await visitor.submit(forms.erase.action, { ...forms.erase.fields, ...sure });
    expect([(await visitor.open(slug)).status, (await visitor.open(other.slug)).status]).toEqual([401, 200]);
  });

  test('gets the text back on a page of it that is open elsewhere', async () => {
    const { visitor, forms, browser, code, slug } = await inThread();
    const second = browser();
    await second.submit(CODE(slug), { code });
    await visitor.submit(forms.erase.action, { ...forms.erase.fields, ...sure });
    const page = await second.submit(forms.message.action, { ...forms.message.fields, text: 'Still here' });
    expect([page.status, page.code, formIn(page.text).fields.text]).toEqual([410, 'conversation-deleted', 'Still here']);
  });

  test('cannot while the site is read-only, and may repeat the same form later', async () => {
    const { visitor, managerId, cloud: own, forms } = await inThread();
    own.advance(60_000);
    await table.breaker().set({ mode: 'read-only' });
    const page = await visitor.submit(forms.erase.action, { ...forms.erase.fields, ...sure }).finally(() => table.breaker().delete());
    expect([page.status, page.code, page.headers.get('set-cookie')]).toEqual([503, 'sending-paused', null]);
    expect(formIn(page.text, erasureForm.path)).toEqual(forms.erase);
    expect(await conversationsOf(own, managerId)).toHaveLength(1);
  });
});

describe('a visitor without JavaScript who makes a new code', () => {
  test('sees it once, and only it opens the conversation', async () => {
    const here = await inThread();
    const { visitor, slug, forms, code } = here;
    const page = await visitor.submit(forms.code.action, forms.code.fields);
    const made = codeIn(page.text) ?? '';
    expect([page.status, bubblesIn(page.text)]).toEqual([200, ['First']]);
    expect(made).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
    expect([await opens(here, made), await opens(here, code)]).toEqual([true, false]);
    expect(codeIn((await visitor.ask(START(slug), {})).text)).toBeNull();
  });

  test('gets the same one for the same form, sent twice simultaneously or later', async () => {
    const here = await inThread();
    const { visitor, forms } = here;
    const pages = await Promise.all([1, 2].map(() => visitor.submit(forms.code.action, forms.code.fields)));
    pages.push(await visitor.submit(forms.code.action, forms.code.fields));
    const made = pages.map(({ status, text }) => `${status} ${codeIn(text)}`);
    expect(new Set(made).size).toBe(1);
    expect(await opens(here, codeIn(pages[0]?.text ?? '') ?? '')).toBe(true);
  });

  test('gets an explanation and another code from an older form whose code was replaced', async () => {
    const here = await inThread();
    const { visitor, forms } = here;
    const next = formIn((await visitor.submit(forms.code.action, forms.code.fields)).text, newCodeForm.path);
    const latest = codeIn((await visitor.submit(next.action, next.fields)).text) ?? '';
    const page = await visitor.submit(forms.code.action, forms.code.fields);
    expect([page.status, page.code, codeIn(page.text)]).toEqual([409, 'code-in-use', null]);
    expect(await opens(here, latest)).toBe(true);
    const again = formIn(page.text, newCodeForm.path);
    expect(again.fields.code).not.toBe(forms.code.fields.code);
    expect(codeIn((await visitor.submit(again.action, again.fields)).text)).not.toBeNull();
  });

  test('keeps it on the page while they write; an older page shows no useless code', async () => {
    const { visitor, forms } = await inThread();
    const page = await visitor.submit(forms.code.action, forms.code.fields);
    const { action, fields } = formIn(page.text, MESSAGE('').slice(0, -1));
    expect(codeIn((await visitor.submit(action, { ...fields, text: 'Second' })).text)).toBe(codeIn(page.text));
    expect(codeIn((await visitor.submit(forms.message.action, { ...forms.message.fields, text: 'Third' })).text)).toBeNull();
  });
});

describe("someone else's browser with all fields of the form", () => {
  test.each(['a browser with nothing', 'a visitor of the same page', 'a visitor of another page', 'the browser on another page'])(
    '%s changes nothing',
    async (who) => {
      const here = await inThread();
      const { visitor, slug, managerId, cloud: own, forms, browser, code } = here;
      const elsewhere = await someManager(own);
      const asker = who === 'the browser on another page' ? visitor : browser();
      if (who === 'a visitor of the same page') await asker.submit(START(slug), { text: 'Mine' });
      if (who === 'a visitor of another page') await asker.submit(START(elsewhere.slug), { text: 'Mine' });
      const at = (action: string) => (who === 'the browser on another page' ? action.replace(slug, elsewhere.slug) : action);
      for (const [form, more] of [
        [forms.code, {}],
        [forms.erase, sure],
        [forms.message, { text: 'Forged' }],
      ] as const) {
        const page = await asker.submit(at(form.action), { ...form.fields, ...more });
        expect([page.status, page.code, page.headers.get('set-cookie')]).toEqual([401, 'session-ended', null]);
        expect(page.text).not.toMatch(/First|class="code"/);
      }
      const stored = await conversationsOf(own, managerId);
      expect(stored.find(({ id }) => id === here.id)?.texts).toEqual(['First']);
      expect(await opens(here, code)).toBe(true);
      // The twin: the same fields from the visitor's own browser, on the page itself.
      expect((await visitor.submit(forms.erase.action, { ...forms.erase.fields, ...sure })).status).toBe(200);
    },
  );

  test('changes nothing after it was signed out from elsewhere either', async () => {
    const here = await inThread();
    const { visitor, managerId, cloud: own, forms, id, code } = here;
    const { cookie } = visitor;
    await visitor.signOutOthers(id);
    visitor.cookie = cookie;
    for (const [form, more] of [
      [forms.code, {}],
      [forms.erase, sure],
    ] as const) {
      const page = await visitor.submit(form.action, { ...form.fields, ...more });
      expect([page.status, page.code]).toEqual([401, 'session-ended']);
    }
    expect(await conversationsOf(own, managerId)).toHaveLength(1);
    expect(await opens(here, code)).toBe(true);
  });

  test.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['no origin', { origin: '' }],
    ['a sandbox', { origin: 'null' }],
  ])("changes nothing with a form of %s, even in the visitor's own browser", async (_, headers) => {
    const here = await inThread();
    const { visitor, slug, forms, code } = here;
    for (const [form, more] of [
      [forms.code, {}],
      [forms.forget, {}],
      [forms.erase, sure],
    ] as const) {
      const body = new URLSearchParams({ ...form.fields, ...more });
      const page = await visitor.ask(form.action, { method: 'POST', body, headers });
      expect([page.status, page.code, page.headers.get('set-cookie')]).toEqual([403, 'foreign-origin', null]);
    }
    expect((await visitor.open(slug)).status).toBe(200);
    expect(await opens(here, code)).toBe(true);
  });
});

test('a typed code is not resubmitted by going back', async () => {
  const { slug, browser, code } = await inThread('From the desk');
  const visitor = browser();
  const answer = await visitor.submit(CODE(slug), { code });
  expect([answer.status, answer.headers.get('location'), answer.text]).toEqual([303, START(slug), '']);
  expect(bubblesIn((await visitor.ask(START(slug), {})).text)).toEqual(['From the desk']);
});

test('the address of each answer leads to the conversation; other methods get the right one', async () => {
  const { visitor, slug } = await inThread();
  for (const { path } of [newCodeForm, forgetForm, erasureForm]) {
    const answer = await visitor.ask(`${path}?slug=${slug}`, {});
    expect([answer.status, answer.headers.get('location')]).toEqual([303, START(slug)]);
    expect((await visitor.ask(`${path}?slug=${slug}`, { method: 'DELETE' })).headers.get('allow')).toBe('POST');
  }
});

test('a code that was never requested opens nothing', async () => {
  const here = await inThread();
  expect(here.forms.code.fields.code).toMatch(/^[0-9A-Z]{20}$/);
  expect(await opens(here, here.forms.code.fields.code ?? '')).toBe(false);
});
