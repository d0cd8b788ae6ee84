import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { deleteConversationEndpoint } from '@foyer/domain/conversation';
import { MANAGER } from '@foyer/domain/participant';
import type { ProblemBody } from '@foyer/domain/problem';
import { words as problems } from '@foyer/words/compiled/en/visitor-problems';
import { FieldValue } from '@google-cloud/firestore';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { addMessage } from '../support/conversation.ts';
import { emulators } from '../support/emulators.ts';
import { deepTest } from '../support/sample.ts';
import { Visitor } from '../support/visitor.ts';
import { findings } from './axe.ts';
import { row, signIn } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { APPEARS_MS, holdBack, PHONE, someBrowser, useBrowser, visit } from './support.ts';
import { begin, box, bubble, conversationId, isLive, kept, write } from './visitor-page.ts';

useBrowser();

const cloud = openTestCloud();
let ada: PageOwner;
beforeAll(async () => {
  ada = await managerWithPage();
});

async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'More about this conversation' }).click();
  await page.getByRole('button', { name: entry, exact: true }).click();
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

const shownCode = async (page: Page): Promise<string> => ((await page.locator('.code').textContent()) ?? '').trim();

async function comeBack(page: Page, code: string): Promise<void> {
  await page.getByPlaceholder('7KX2').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Another device of the same person. */
async function anotherDevice(code: string, text: string): Promise<Page> {
  const page = await visit(`/${ada.slug}`, PHONE);
  await page.getByRole('button', { name: 'I have a code' }).click();
  await comeBack(page, code);
  await bubble(page, text).waitFor();
  return page;
}

async function conversationOf(page: Page) {
  return (await cloud.tables()).conversation(ada.uid, await conversationId(page));
}

/** Blocks or unblocks as the manager: in one commit, as the dashboard does. */
async function block(page: Page, isBlocked: boolean): Promise<void> {
  const { id } = await conversationOf(page);
  const table = await cloud.tables();
  const batch = table.batch();
  batch.update(table.conversation(ada.uid, id), { blockedAt: isBlocked ? FieldValue.serverTimestamp() : null });
  batch.set(table.presence(ada.uid, id, MANAGER), { isBlocked }, { merge: true });
  await batch.commit();
}

async function reply(page: Page, text: string): Promise<void> {
  const conversation = await conversationOf(page);
  const table = await cloud.tables();
  await addMessage(table, ada.uid, conversation.id, { sender: MANAGER, text });
}

/** The manager deletes the conversation through the API. */
async function deletedByManager(page: Page): Promise<void> {
  const { hosting } = emulators();
  const address = deleteConversationEndpoint.path.replace('{conversationId}', (await conversationOf(page)).id);
  const { status } = await new Visitor((path, init) => fetch(hosting + path, init), hosting).raw(address, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${ada.idToken}` },
  });
  expect(status).toBe(204);
}

/** The request arrives; the response, with its cookie, does not yet. */
async function withhold(route: Route, context: BrowserContext): Promise<void> {
  const cookies = await context.cookies();
  await route.fetch();
  await context.addCookies(cookies);
}

/** The request arrives; the response, with its cookie, does not. */
async function loseAnswer(route: Route, context: BrowserContext): Promise<void> {
  await withhold(route, context);
  await route.abort('connectionreset');
}

const problem = (body: Omit<ProblemBody, 'type'>) => ({
  status: body.status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: 'about:blank', ...body }),
});

describe('a visitor who makes a new code', () => {
  test('sees it, the old one opens nothing, and signed-in devices stay signed in', async () => {
    const page = await visit(`/${ada.slug}`);
    const old = await begin(page, 'Someone saw my code');
    const phone = await anotherDevice(old, 'Someone saw my code');
    await choose(page, 'Make a new code');
    await page.getByText('Your old code and link will stop working. Devices already signed in stay signed in.').waitFor();
    await press(page, 'Make a new code');
    await page.getByText('Save your new code.').waitFor();
    const code = await shownCode(page);
    expect(code).not.toBe(old);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Save my link');
    expect(await kept(page)).toMatchObject({ code: code.replaceAll('-', '') });

    const stranger = await visit(`/${ada.slug}#resume=${old}`);
    await stranger.getByRole('button', { name: 'Continue' }).click();
    await stranger.getByText(problems['unknown-code']).waitFor();
    expect(await stranger.context().cookies()).toEqual([]);

    await anotherDevice(code, 'Someone saw my code');
    await write(page, 'Still the two of us');
    await bubble(phone, 'Still the two of us').waitFor();
  });

  test('gets it after a lost response: the same code is requested again', async () => {
    const page = await visit(`/${ada.slug}`);
    await begin(page, 'Through the tunnel');
    const asked: unknown[] = [];
    await page.route('**/api/conversations/*/code', async (route) => {
      asked.push(route.request().postDataJSON());
      if (asked.length > 1) return route.continue();
      await loseAnswer(route, page.context());
    });
    await choose(page, 'Make a new code');
    await press(page, 'Make a new code');
    await page.getByText('Save your new code.').waitFor();
    const code = await shownCode(page);
    expect(asked).toEqual([{ code: code.replaceAll('-', '') }, { code: code.replaceAll('-', '') }]);
    await anotherDevice(code, 'Through the tunnel');
  });

  test('finds it confirmed on coming back after closing the page before the response', async () => {
    const context = await someBrowser();
    const page = await context.newPage();
    await page.goto(`/${ada.slug}`);
    const old = await begin(page, 'In a hurry');
    const arrived = new Promise<void>((resolve, reject) => {
      page.route('**/api/conversations/*/code', (route) => withhold(route, context).then(resolve, reject)).catch(reject);
    });
    await choose(page, 'Make a new code');
    await press(page, 'Make a new code');
    await arrived;
    expect(await kept(page)).toMatchObject({ code: old.replaceAll('-', ''), newCode: expect.any(String) });
    await page.close();
    const again = await context.newPage();
    await again.goto(`/${ada.slug}`);
    await again.getByText('Save your new code.').waitFor();
    await anotherDevice(await shownCode(again), 'In a hurry');
  });
});

describe('a visitor who signs out other devices', () => {
  test('continues live, and the conversation disappears from the others’ screens', async () => {
    const page = await visit(`/${ada.slug}`);
    const code = await begin(page, 'Left open at the library');
    const library = await anotherDevice(code, 'Left open at the library');
    const tab = await page.context().newPage();
    await tab.goto(`/${ada.slug}`);
    await bubble(tab, 'Left open at the library').waitFor();
    await choose(page, 'Sign out other devices');
    await press(page, 'Sign out');
    await page.getByText('The other devices are signed out.').waitFor();
    await library.getByText('You’ve been signed out of this conversation.').waitFor();
    expect(await bubble(library, 'Left open at the library').count()).toBe(0);

    await reply(page, 'Read by you alone.');
    await bubble(page, 'Read by you alone.').waitFor();
    await bubble(tab, 'Read by you alone.').waitFor();
    await press(page, 'Make a new code');
    await press(page, 'Make a new code');
    await page.getByText('Save your new code.').waitFor();
    await comeBack(library, code);
    await library.getByText(problems['unknown-code']).waitFor();
  });

  test('resumes automatically with their own code after a lost response', async () => {
    const page = await visit(`/${ada.slug}`);
    await begin(page, 'Between two cells');
    let lost = 0;
    await page.route('**/api/conversations/*/sessions', async (route) => {
      if (lost++ > 0) return route.continue();
      await loseAnswer(route, page.context());
    });
    await choose(page, 'Sign out other devices');
    await press(page, 'Sign out');
    await page.getByText('The other devices are signed out.').waitFor();
    expect(lost).toBeGreaterThan(1);
    await write(page, 'Here I am');
    await expect.poll(async () => (await (await conversationOf(page)).get()).get('messageCount')).toBe(2);
    await reply(page, 'Welcome back.');
    await bubble(page, 'Welcome back.').waitFor();
  });
});

describe('a visitor who deletes the conversation', () => {
  test('is asked twice, then it is gone for both participants and from this browser', async () => {
    const page = await visit(`/${ada.slug}`);
    const code = await begin(page, 'Better unsaid');
    const dashboard = await (await someBrowser()).newPage();
    await signIn(dashboard, ada);
    await row(dashboard, 'Better unsaid').waitFor();
    const conversation = await conversationOf(page);

    await choose(page, 'Delete this conversation');
    await page.getByText('It will be gone for you and Ada. This can’t be undone.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).dblclick();
    expect((await conversation.get()).exists).toBe(true);
    await page.keyboard.press('Escape');

    await choose(page, 'Delete this conversation');
    await press(page, 'Delete');
    await press(page, 'Delete for good');
    await page.getByText('The conversation is deleted.').waitFor();
    expect(await box(page).inputValue()).toBe('');
    expect(await box(page).evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await page.getByRole('log').count()).toBe(0);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect((await conversation.get()).exists).toBe(false);
    await expect.poll(() => row(dashboard, 'Better unsaid').count(), { timeout: APPEARS_MS }).toBe(0);
    await page.goto(`/${ada.slug}#resume=${code}`);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText(problems['unknown-code']).waitFor();
  });

  test('sees it disappear from other tabs too', async () => {
    const context = await someBrowser();
    const [page, other] = [await context.newPage(), await context.newPage()];
    await page.goto(`/${ada.slug}`);
    await begin(page, 'In two tabs');
    await other.goto(`/${ada.slug}`);
    await bubble(other, 'In two tabs').waitFor();
    await choose(page, 'Delete this conversation');
    await press(page, 'Delete');
    await press(page, 'Delete for good');
    await page.getByText('The conversation is deleted.').waitFor();
    await expect.poll(() => other.getByRole('log').count(), { timeout: APPEARS_MS }).toBe(0);
    await other.getByRole('button', { name: 'I have a code' }).waitFor();
  });
});

test('a visitor’s copy is a page without scripts, or data', async () => {
  const page = await visit(`/${ada.slug}`);
  const words = 'A copy of <script>document.title = "run"</script> this';
  await begin(page, words);
  await choose(page, 'Download a copy');
  const files: string[] = [];
  for (const name of ['Web page', 'JSON']) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name, exact: true }).click()]);
    files.push(await download.path());
  }
  const [html = '', json = ''] = files;
  expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({ messages: [{ sender: 'visitor', text: words }] });

  const copy = await (await someBrowser()).newPage();
  await copy.setContent(await readFile(html, 'utf8'));
  await copy.getByText(words).waitFor();
  expect(await copy.locator('script').count()).toBe(0);
  expect(await copy.title()).not.toBe('run');
});

describe('a blocked visitor', () => {
  test('keeps a text they are writing, can read, and can write again after unblocking', async () => {
    const page = await visit(`/${ada.slug}`);
    await begin(page, 'Too many questions');
    const conversation = await conversationOf(page);
    await box(page).fill('And one more');
    await isLive(page);
    await block(page, true);
    await page.getByText('You can’t send messages in this conversation. You can still read, download or delete it.').waitFor();
    expect(await page.getByRole('button', { name: 'Send' }).isVisible()).toBe(false);
    expect(await box(page).inputValue()).toBe('And one more');
    await reply(page, 'This much I still have to say.');
    await bubble(page, 'This much I still have to say.').waitFor();

    await block(page, false);
    await page.getByRole('button', { name: 'Send' }).click();
    await bubble(page, 'And one more').waitFor();
    await expect.poll(async () => (await conversation.get()).get('messageCount')).toBe(3);
  });

  test('gets the text back if they learn of the block by sending', async () => {
    const context = await someBrowser();
    await context.route(/\/Listen\/channel|identitytoolkit/, (route) => route.abort());
    const page = await context.newPage();
    await page.goto(`/${ada.slug}`);
    await begin(page, 'Without a listener');
    // Polling would report it too, on a slow machine before the message is written.
    await context.route(/\/api\/conversations\?/, (route) => route.abort());
    await (await conversationOf(page)).update({ blockedAt: FieldValue.serverTimestamp() });
    await write(page, 'Not lost');
    await page.getByText('You can’t send messages in this conversation.').waitFor();
    await expect.poll(() => box(page).inputValue()).toBe('Not lost');
    expect(await bubble(page, 'Not lost').count()).toBe(0);
    expect((await kept(page)).pending).toEqual([]);
  });
});

test('a conversation deleted by the manager disappears, and the text being written stays', async () => {
  const page = await visit(`/${ada.slug}`);
  await begin(page, 'Please delete this');
  await box(page).fill('Are you still there?');
  await deletedByManager(page);
  await page.getByText(problems['conversation-deleted']).waitFor();
  expect(await page.getByRole('log').count()).toBe(0);
  expect(await box(page).inputValue()).toBe('Are you still there?');
  expect(await kept(page)).toEqual({});
  await begin(page, 'A new one, then');
});

describe('a first message', () => {
  test('that needs a proof is sent with one, without a click, while the visitor keeps typing', async () => {
    const page = await visit(`/${ada.slug}`);
    const salt = '1f2e3d4c5b6a?expires=1&for=this&';
    const hash = createHash('sha256').update(`${salt}150000`).digest('hex');
    const challenge = { algorithm: 'SHA-256', challenge: hash, maxnumber: 200_000, salt, signature: 'signed by the server' };
    const sent: { messageId: string; code: string; proof?: string }[] = [];
    await page.route('**/api/conversations', async (route) => {
      sent.push(route.request().postDataJSON());
      if (sent.length > 1) return route.continue();
      await route.fulfill(problem({ title: 'One moment', status: 428, code: 'challenge-required', challenge }));
    });
    await write(page, 'I am a person');
    await page.getByRole('status').getByText('Just a moment, checking that you’re human.').waitFor();
    await box(page).pressSequentially('and I write on');
    await page.getByText('Save your code.').waitFor();
    expect(await box(page).inputValue()).toBe('and I write on');
    const [first, second] = sent;
    expect(second).toMatchObject({ messageId: first?.messageId, code: first?.code });
    expect(JSON.parse(atob(second?.proof ?? ''))).toEqual({
      algorithm: 'SHA-256',
      challenge: hash,
      number: 150_000,
      salt,
      signature: 'signed by the server',
    });
    expect(await page.getByText('checking that you’re human').count()).toBe(0);
  });

  test('that must wait for long stays with the reason and the time until it is tried again', async () => {
    const page = await visit(`/${ada.slug}`);
    const title = problems['too-many-conversations'];
    let refused = 0;
    await page.route('**/api/conversations', async (route) => {
      if (refused++ > 0) return route.continue();
      await route.fulfill(problem({ title, status: 429, code: 'too-many-conversations', retryAfterSeconds: 600 }));
    });
    await write(page, 'From a crowded place');
    await page.getByText(`Not sent. ${title} You can send it after`).waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Save your code.').waitFor();
  });

  test('that is not trusted goes back into the box', async () => {
    const page = await visit(`/${ada.slug}`);
    const title = problems['not-trusted'];
    await page.route('**/api/conversations', (route) => route.fulfill(problem({ title, status: 403, code: 'not-trusted' })));
    await write(page, 'Beep');
    await page.getByText(title).waitFor();
    await expect.poll(() => box(page).inputValue()).toBe('Beep');
    expect(await kept(page)).toEqual({});
  });
});

describe('with reCAPTCHA configured', () => {
  const SCRIPT = `window.grecaptcha = { enterprise: { ready: (then) => then(), execute: async (key, { action }) => key + ' says ' + action } };`;

  /** The page with a site key set. `google` responds for Google. */
  async function guardedPage(
    google: (route: Route) => Promise<void>,
  ): Promise<{ page: Page; asked: string[]; sent: { recaptchaToken?: string }[] }> {
    const page = await (await someBrowser()).newPage();
    const asked: string[] = [];
    const sent: { recaptchaToken?: string }[] = [];
    await page.route(`**/${ada.slug}`, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace('id="conversation"', 'id="conversation" data-recaptcha="site-key"');
      const policy = answer
        .headers()
        ['content-security-policy']?.replace("script-src 'self'", "script-src 'self' https://www.google.com/recaptcha/");
      await route.fulfill({ response: answer, body, headers: { ...answer.headers(), 'content-security-policy': policy ?? '' } });
    });
    await page.route('https://www.google.com/**', async (route) => {
      asked.push(route.request().url());
      await google(route);
    });
    await page.route('**/api/conversations', async (route) => {
      sent.push(route.request().postDataJSON());
      await route.continue();
    });
    await page.goto(`/${ada.slug}`);
    return { page, asked, sent };
  }

  test('loads Google’s script at the first key, and sends its token with the message only', async () => {
    const { page, asked, sent } = await guardedPage((route) => route.fulfill({ contentType: 'text/javascript', body: SCRIPT }));
    await box(page).click();
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([]);
    await box(page).pressSequentially('G');
    await expect.poll(() => asked).toEqual(['https://www.google.com/recaptcha/enterprise.js?render=site-key']);
    await begin(page, 'Good evening');
    expect(sent).toMatchObject([{ recaptchaToken: 'site-key says first_message' }]);
    expect(JSON.stringify(await kept(page))).not.toContain('says');
  });

  test.each([
    ['is blocked', (route: Route) => route.abort('blockedbyclient')],
    ['never answers', async () => undefined],
    ['is broken', (route: Route) => route.fulfill({ contentType: 'text/javascript', body: ';' })],
  ])('sends without a token if the script %s', async (_, google) => {
    const { page, sent } = await guardedPage(google);
    await begin(page, 'Good evening');
    expect(sent).toHaveLength(1);
    expect(sent[0]).not.toHaveProperty('recaptchaToken');
  });
});

test('links work and send no referrer, and no text reorders its neighbours', async () => {
  const page = await visit(`/${ada.slug}`);
  await begin(page, 'Where do I find it?');
  await reply(page, '\u202eSee https://example.org/a?b=c, not javascript:alert(1) <b>nor this</b>');
  const link = page.getByRole('log').getByRole('link');
  await link.waitFor();
  expect(await link.evaluate((anchor: HTMLAnchorElement) => [anchor.href, anchor.rel, anchor.target, anchor.textContent])).toEqual([
    'https://example.org/a?b=c',
    'noopener noreferrer nofollow ugc',
    '_blank',
    'https://example.org/a?b=c',
  ]);
  const isolation = (element: Element) => getComputedStyle(element).unicodeBidi;
  expect([await link.evaluate(isolation), await link.locator('..').evaluate(isolation)]).toEqual(['isolate', 'isolate']);
  expect(await page.getByRole('log').locator('b').count()).toBe(0);

  let referrer: string | undefined = 'not asked';
  await page.context().route('https://example.org/**', async (route) => {
    referrer = (await route.request().allHeaders()).referer;
    await route.fulfill({ contentType: 'text/html', body: '<p>There' });
  });
  const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
  await opened.getByText('There').waitFor();
  expect([referrer, await opened.evaluate(() => window.opener)]).toEqual([undefined, null]);
});

deepTest('combining marks and long words stay within their bubble', async () => {
  const page = await visit(`/${ada.slug}`, PHONE);
  await begin(page, 'Short');
  await reply(page, `${'Z\u0335\u0321\u031b\u0489'.repeat(3)} ${'w'.repeat(600)} https://example.org/${'x'.repeat(300)}`);
  const long = page.getByRole('log').locator('.bubble', { hasText: 'wwww' });
  await long.waitFor();
  expect(await long.evaluate((element) => [element.scrollWidth <= element.clientWidth, getComputedStyle(element).overflow])).toEqual([
    true,
    'clip',
  ]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test('a visitor who has tried too many codes is told how long to wait', async () => {
  const page = await visit(`/${ada.slug}`);
  const title = problems['too-many-codes'];
  await page.route('**/api/sessions', (route) =>
    route.fulfill(problem({ title, status: 429, code: 'too-many-codes', retryAfterSeconds: 40 })),
  );
  await page.goto(`/${ada.slug}#resume=0000-0000-0000-0000-0000`);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('alert').getByText(`${title} Try again in 40 seconds.`).waitFor();
});

describe('the menu and its cards', () => {
  test('work by keyboard alone: Escape leaves, and the focus returns', async () => {
    const page = await visit(`/${ada.slug}`);
    await begin(page, 'No mouse at hand');
    await page.getByRole('button', { name: 'Done' }).click();
    const menu = page.getByRole('button', { name: 'More about this conversation' });
    await menu.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const card = page.getByRole('dialog', { name: 'Make a new code?' });
    await card.waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe('Make a new code');
    await page.keyboard.press('Escape');
    expect(await card.count()).toBe(0);
    expect(await menu.evaluate((button) => button === document.activeElement)).toBe(true);
    await menu.press('Enter');
    // Past the last item.
    const items = await page.locator('.menu button').count();
    for (let step = 0; step <= items; step++) await page.keyboard.press('Tab');
    expect(await menu.getAttribute('aria-expanded')).toBe('false');
  });

  test('can be left with Escape while the site has not said how it can tell of answers', async () => {
    const page = await visit(`/${ada.slug}`);
    await begin(page, 'Will I hear of it?');
    await page.getByRole('button', { name: 'Done' }).click();
    const answer = await holdBack(page, '**/mail');
    await choose(page, 'Notifications');
    await page.getByRole('dialog').getByRole('button', { name: 'Not now' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await answer();
  });

  deepTest('are shown whole when they open at the lower edge of a phone’s screen', async () => {
    const page = await visit(`/${ada.slug}`, PHONE);
    await begin(page, 'Where does it end?');
    const menu = page.getByRole('button', { name: 'More about this conversation' });
    await menu.evaluate((button) => button.scrollIntoView({ block: 'end' }));
    await menu.click();
    // The page scrolls smoothly.
    await expect
      .poll(async () => {
        const box = await page.locator('.menu-list').boundingBox();
        return box !== null && box.y >= 0 && box.y + box.height <= PHONE.height;
      })
      .toBe(true);
  });

  deepTest('are accessible, in light and dark, with targets of 44 pixels', async () => {
    const page = await visit(`/${ada.slug}`, PHONE);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await begin(page, 'Everything in its place');
    const targets = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.card :is(button, a), .menu button')]
          .filter((target) => target.getBoundingClientRect().height < 44)
          .map(({ textContent }) => textContent),
      );
    const judge = async (what: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await findings(page), `${what}, ${colorScheme}`).toEqual([]);
      }
      expect(await targets(), what).toEqual([]);
    };
    await page.getByRole('button', { name: 'More about this conversation' }).click();
    await judge('menu');
    await page.keyboard.press('Escape');
    for (const entry of [
      'Make a new code',
      'Sign out other devices',
      'Download a copy',
      'Remove from this device',
      'Delete this conversation',
    ]) {
      await choose(page, entry);
      await page.getByRole('dialog').waitFor();
      await judge(entry);
    }
    await press(page, 'Delete');
    await judge('deleting');
    await press(page, 'Keep it');
    await choose(page, 'Sign out other devices');
    await press(page, 'Sign out');
    await page.getByText('The other devices are signed out.').waitFor();
    await judge('signed out');
    await press(page, 'Make a new code');
    await press(page, 'Make a new code');
    await page.getByText('Save your new code.').waitFor();
    await judge('new code');
    await block(page, true);
    await page.getByText('You can’t send messages in this conversation.').waitFor();
    await judge('blocked');
  });
});
