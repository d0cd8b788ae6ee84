import type { OpenConversation } from '@foyer/domain/conversation';
import type { Message } from '@foyer/domain/message';
import { MANAGER } from '@foyer/domain/participant';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { addMessage } from '../support/conversation.ts';
import { putRules } from '../support/rules.ts';
import { type StoredBefore, storeVersion1 } from '../support/stored-before.ts';
import { composer, message, reply, row, signIn } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { APPEARS_MS, someBrowser, useBrowser } from './support.ts';
import { begin, bubble, conversationId, write } from './visitor-page.ts';

useBrowser();

const cloud = openTestCloud();
beforeEach(() => putRules('before'));
afterEach(() => putRules('now'));

const REFUSED = 'We couldn’t save that change. Reload and try again.';
const LATEST = 'See you on the 20th.';

/** A manager with data stored by version 1, in today's dashboard. */
async function openBefore(): Promise<{ ada: PageOwner; page: Page; everything: StoredBefore }> {
  const ada = await managerWithPage();
  const { everything } = await storeVersion1(await cloud.firestore(), ada.uid);
  const page = await (await someBrowser()).newPage();
  await signIn(page, ada);
  return { ada, page, everything };
}

const stored = async ({ uid }: PageOwner, { id }: { id: string }) => (await (await cloud.tables()).conversation(uid, id).get()).data();
const textsOf = async ({ uid }: PageOwner, { id }: { id: string }) =>
  (await (await cloud.tables()).messages(uid, id).get()).docs.map((found) => found.data().text);
const readAt = async ({ uid }: PageOwner, { id }: { id: string }) =>
  (await (await cloud.tables()).presence(uid, id, MANAGER).get()).data()?.readAt?.toMillis() ?? 0;
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: APPEARS_MS });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).locator('visible=true');
const openLatest = async (page: Page) => {
  await row(page, LATEST).getByRole('link').click();
  await message(page, LATEST).waitFor();
};

describe('today’s dashboard with rules of version 1', () => {
  test('keeps a refused reply across a reload, and sends it once when the rules are new', async () => {
    const { ada, page, everything } = await openBefore();
    const before = await readAt(ada, everything);
    await openLatest(page);
    await eventually(async () => (await stored(ada, everything))?.unread).toBe(0);
    await eventually(() => readAt(ada, everything)).toBeGreaterThan(before);
    await reply(page, 'Until then');
    await page.getByText('Not sent.').waitFor();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await eventually(() => composer(page).inputValue()).toBe('Until then');
    await reply(page, 'Until then, Hannah');
    await page.getByText('Not sent.').waitFor();
    await row(page, LATEST).waitFor();
    await page.reload();
    await page.getByText('Not sent.').waitFor();
    await message(page, 'Until then, Hannah').waitFor();

    await putRules('now');
    await page.getByRole('button', { name: 'Try again' }).click();
    await eventually(async () => (await stored(ada, everything))?.messageCount).toBe(8);
    await page.reload();
    await row(page, 'Until then, Hannah').waitFor();
    await message(page, 'Until then, Hannah').waitFor();
    expect(await page.getByText('Not sent.').count()).toBe(0);
    expect((await textsOf(ada, everything)).filter((text) => text?.startsWith('Until then'))).toEqual(['Until then, Hannah']);
    expect(await stored(ada, everything)).toMatchObject({ messageCount: 8 });
  });

  test('reports a refused reply in another conversation, and sends it once after a reload', async () => {
    const { ada, page, everything } = await openBefore();
    await openLatest(page);
    await reply(page, 'Until then');
    await page.getByText('Not sent.').waitFor();
    await page.goto('/app');
    await page.getByRole('status').getByText('A reply wasn’t sent.').waitFor();
    await button(page, 'Open').click();
    await page.getByText('Not sent.').waitFor();
    await message(page, 'Until then').waitFor();
    await putRules('now');
    await page.reload();
    await eventually(async () => (await stored(ada, everything))?.messageCount).toBe(8);
    expect((await textsOf(ada, everything)).filter((text) => text === 'Until then')).toHaveLength(1);
    await message(page, 'Until then').waitFor();
    expect(await page.getByText('Not sent.').count()).toBe(0);
  });

  test('reverts a refused act with a notice, and performs all others', async () => {
    const { ada, page, everything } = await openBefore();
    await row(page, LATEST).getByRole('link').focus();
    await page.keyboard.press('e');
    await page.getByRole('status').getByText(REFUSED).waitFor();
    await row(page, LATEST).waitFor();
    expect(await button(page, 'Undo').count()).toBe(0);

    await row(page, LATEST).getByRole('link').focus();
    await page.keyboard.press('s');
    await page.getByRole('dialog').getByRole('button').first().click();
    await eventually(async () => (await stored(ada, everything))?.status).toBe('snoozed');
    await button(page, 'Undo').click();
    await eventually(async () => (await stored(ada, everything))?.status).toBe('open');
    await row(page, LATEST).waitFor();

    await openLatest(page);
    for (const act of ['Mute', 'Block']) {
      await button(page, 'More').click();
      await page.getByRole('menuitem', { name: act }).click();
      if (act === 'Block') await page.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
      await page.getByRole('status').getByText(REFUSED).waitFor();
      await button(page, 'Reload').waitFor();
      await button(page, 'Dismiss').click();
    }
    await composer(page).waitFor();
    expect(await stored(ada, everything)).toMatchObject({ isMuted: false, blockedAt: null, status: 'open' });

    await putRules('now');
    await button(page, 'Archive').last().click();
    await eventually(async () => (await stored(ada, everything))?.status).toBe('archived');
  });
});

/** A message as the API of version 1 sent it. */
const messageBefore = ({ kind: _, ...message }: Message) => message;

/** A browser whose API responds as version 1 did. `isLive`: whether it returns a token for live reading. */
async function browserBefore(isLive: boolean): Promise<BrowserContext> {
  const browser = await someBrowser();
  await browser.route(/\/api\/(conversations|sessions)(\?|$)/, async (route) => {
    const answer = await route.fetch();
    if (!answer.ok()) return route.fulfill({ response: answer });
    const { conversation, messages, token } = (await answer.json()) as OpenConversation;
    const json = {
      conversation: { ...conversation, status: 'closed' },
      messages: messages.map(messageBefore),
      token: isLive ? token : null,
    };
    return route.fulfill({ response: answer, json });
  });
  await browser.route(/\/api\/conversations\/\w+\/messages$/, async (route) => {
    const answer = await route.fetch();
    const json: unknown = await answer.json();
    return route.fulfill({ response: answer, json: answer.ok() ? messageBefore(json as Message) : json });
  });
  return browser;
}

describe('today’s visitor thread with rules and API of version 1', () => {
  test.each([
    ['live', true],
    ['by asking', false],
  ])('sends, reads %s, and is resumed', async (_, isLive) => {
    const ada = await managerWithPage();
    const page = await (await browserBefore(isLive)).newPage();
    await page.goto(`/${ada.slug}`);
    const code = await begin(page, 'The first');
    await page.getByRole('button', { name: 'Done' }).click();
    await write(page, 'See https://example.com/ too');
    await page.getByText('Sent').waitFor();
    const answer = (text: string) => cloud.tables().then((table) => addMessage(table, ada.uid, id, { sender: MANAGER, text }));
    const id = await conversationId(page);
    await answer('An answer');
    await bubble(page, 'An answer').waitFor();
    await page.reload();
    const other = await (await browserBefore(isLive)).newPage();
    await other.goto(`/${ada.slug}#resume=${code}`);
    await other.getByRole('button', { name: 'Continue' }).click();
    for (const opened of [page, other]) {
      for (const text of ['The first', 'An answer']) await bubble(opened, text).waitFor();
      await opened.getByRole('link', { name: 'https://example.com/' }).waitFor();
      expect(await opened.locator('.muted').count()).toBe(0);
      expect(await opened.getByRole('log').locator('.bubble').count()).toBe(3);
    }
    await write(other, 'From another browser');
    await answer('The last');
    for (const opened of [page, other]) for (const text of ['From another browser', 'The last']) await bubble(opened, text).waitFor();
    expect(await textsOf(ada, { id })).toHaveLength(5);
  });
});
