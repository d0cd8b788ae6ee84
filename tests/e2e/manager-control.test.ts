import { readFile } from 'node:fs/promises';
import type { ConversationDocument } from '@foyer/domain/conversation';
import { MANAGER } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import { words as problems } from '@foyer/words/compiled/en/visitor-problems';
import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { fromVisitor, putConversation } from '../support/conversation.ts';
import { sampleOf } from '../support/sample.ts';
import { findings } from './axe.ts';
import { composer, dialog, hasFocus, message, reply, row, signIn, signOut } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { APPEARS_MS, DESK, PHONE, SIZES, someBrowser, useBrowser, visit } from './support.ts';
import { begin, box, bubble } from './visitor-page.ts';

useBrowser();
const cloud = openTestCloud();
let placed = 0;

type Traits = Partial<Pick<ConversationDocument<Timestamp>, 'tray' | 'status' | 'visitor' | 'blockedAt'>>;

/** Stores a conversation directly, younger than those placed before. Returns its id. */
async function place({ uid }: PageOwner, text: string, traits: Traits = {}): Promise<string> {
  const table = await cloud.tables();
  const conversationId = (++placed).toString(16).padStart(32, '0');
  await putConversation(table, uid, conversationId, { text, traits });
  return conversationId;
}

async function stored({ uid }: PageOwner, conversationId: string) {
  return (await (await cloud.tables()).conversation(uid, conversationId).get()).data();
}

/** The id of a manager's only conversation, started by a real visitor; moved to requests if asked. */
async function onlyConversation({ uid }: PageOwner, tray?: 'requests'): Promise<string> {
  const [first] = (await (await cloud.firestore()).collection(paths.conversations(uid)).limit(1).get()).docs;
  if (!first) throw new Error('Nobody has written.');
  if (tray) await first.ref.update({ tray });
  return first.id;
}

async function openDashboard(ada: PageOwner, viewport = DESK): Promise<Page> {
  const page = await (await someBrowser(viewport)).newPage();
  await signIn(page, ada);
  return page;
}

const view = (page: Page, name: string): Locator => page.locator('nav[aria-label="Views"]:visible').getByRole('link', { name });
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true }).locator('visible=true');
const notice = (page: Page, text: string | RegExp): Locator => page.getByRole('status').getByText(text);
const openRow = (page: Page, text: string): Promise<void> => row(page, text).getByRole('link').click();

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: APPEARS_MS });

/** Opens the menu of the open conversation and chooses an item. */
async function choose(page: Page, name: string): Promise<void> {
  await button(page, 'More').click();
  await page.getByRole('menuitem', { name }).click();
}

/** Blocks the visitor of the open conversation, whose name starts with `name`. */
async function block(page: Page, name: string): Promise<void> {
  await choose(page, 'Block');
  const dialog = page.getByRole('dialog', { name: 'Block this visitor' });
  await dialog.getByRole('heading', { name: `Block ${name}` }).waitFor();
  await dialog.getByRole('button', { name: 'Block' }).click();
}

/** Sends from a visitor's browser without its page, and returns the API's response. */
async function sendAnyway(visitor: Page, conversationId: string): Promise<{ status: number; title?: string }> {
  return visitor.evaluate(
    async ({ conversationId, messageId }) => {
      const answer = await fetch(`/api/conversations/${conversationId}/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ messageId, text: 'Once more' }),
      });
      const { title } = (await answer.json()) as { title?: string };
      return title === undefined ? { status: answer.status } : { status: answer.status, title };
    },
    { conversationId, messageId: nanoid() },
  );
}

describe('requests and spam', () => {
  test('are counted, and move a conversation to the inbox by one click or a key', async () => {
    const ada = await managerWithPage();
    await place(ada, 'First unsure letter', { tray: 'requests' });
    await place(ada, 'Second unsure letter', { tray: 'requests' });
    await place(ada, 'Buy our audit', { tray: 'spam' });
    const wrongly = await place(ada, 'Wrongly in spam', { tray: 'spam', status: 'archived' });
    const page = await openDashboard(ada);
    await view(page, 'Requests').getByText('2 waiting').waitFor();
    await page.getByText('Nothing is waiting for you.').locator('visible=true').first().waitFor();
    expect(await page.title()).not.toMatch(/^\(/);

    await view(page, 'Requests').click();
    await page.getByText('New messages we weren’t sure about.').waitFor();
    await row(page, 'First unsure letter').hover();
    await row(page, 'First unsure letter').getByRole('button', { name: 'Move to inbox' }).click();
    await notice(page, /^Moved Visitor \w{4} to your inbox\.$/).waitFor();
    await eventually(() => row(page, 'First unsure letter').count()).toBe(0);
    await view(page, 'Requests').getByText('1 waiting').waitFor();
    await eventually(() => page.title()).toMatch(/^\(1\) /);

    await row(page, 'Second unsure letter').getByRole('link').focus();
    await page.keyboard.press('m');
    await page.getByText('No requests').waitFor();
    await page.keyboard.press('1');
    await row(page, 'First unsure letter').waitFor();
    await row(page, 'Second unsure letter').waitFor();

    await page.keyboard.press('5');
    await page.getByText('Hidden from your inbox.').waitFor();
    await openRow(page, 'Wrongly in spam');
    await message(page, 'Wrongly in spam').waitFor();
    await button(page, 'Move to inbox').last().click();
    await message(page, 'Wrongly in spam').waitFor();
    await eventually(() => stored(ada, wrongly)).toMatchObject({ tray: 'inbox', status: 'open' });
    await button(page, 'Archive').last().waitFor();
    expect(await row(page, 'Buy our audit').count()).toBe(1);
  });

  test('move a conversation to the inbox with a reply, and hide until then that it was read', async () => {
    const ada = await managerWithPage();
    const visitor = await visit(`/${ada.slug}`, PHONE);
    await begin(visitor, 'Is anybody there?');
    const conversationId = await onlyConversation(ada, 'requests');
    const page = await openDashboard(ada);
    await page.keyboard.press('4');
    await openRow(page, 'Is anybody there?');
    await page.getByText('Replying moves this to your inbox.').waitFor();
    await eventually(async () => (await stored(ada, conversationId))?.unread).toBe(0);
    // The mark that a visitor can see would have been written with the count.
    const isTold = async () => (await (await cloud.tables()).presence(ada.uid, conversationId, MANAGER).get()).data()?.readAt !== undefined;
    expect(await isTold()).toBe(false);
    expect(await visitor.getByText('seen').count()).toBe(0);
    await reply(page, 'Yes, here I am.');
    await bubble(visitor, 'Yes, here I am.').waitFor();
    await eventually(isTold).toBe(true);
    await eventually(() => page.getByText('Replying moves this to your inbox.').count()).toBe(0);
    await page.getByText('No requests').waitFor();
    await eventually(() => view(page, 'Requests').textContent()).toBe('Requests');
    await view(page, 'Inbox').click();
    await row(page, 'Yes, here I am.').waitFor();
  });

  test('receive a conversation marked as spam, and return it on undo', async () => {
    const ada = await managerWithPage();
    const loud = await place(ada, 'Loud offer', { tray: 'requests' });
    const page = await openDashboard(ada);
    await place(ada, 'A fair question');
    await place(ada, 'Click here now');
    await row(page, 'Click here now').hover();
    await row(page, 'Click here now').getByRole('button', { name: 'Mark as spam' }).click();
    await notice(page, /^Moved Visitor \w{4} to spam\.$/).waitFor();
    await eventually(() => row(page, 'Click here now').count()).toBe(0);
    await button(page, 'Undo').click();
    await row(page, 'Click here now').waitFor();

    await openRow(page, 'Click here now');
    await message(page, 'Click here now').waitFor();
    await page.getByRole('log').focus();
    await page.keyboard.press('!');
    await eventually(() => row(page, 'Click here now').count()).toBe(0);
    await message(page, 'A fair question').waitFor();
    await eventually(() => hasFocus(row(page, 'A fair question').getByRole('link'))).toBe(true);
    await page.keyboard.press('z');
    await row(page, 'Click here now').waitFor();
    await message(page, 'Click here now').waitFor();

    await page.keyboard.press('4');
    await openRow(page, 'Loud offer');
    await button(page, 'Mark as spam').last().click();
    await eventually(async () => (await stored(ada, loud))?.tray).toBe('spam');
    await view(page, 'Spam').click();
    await row(page, 'Loud offer').waitFor();
  });
});

describe('a blocked visitor', () => {
  test('can read but not write, until they are unblocked', async () => {
    const ada = await managerWithPage();
    const visitor = await visit(`/${ada.slug}`);
    await begin(visitor, 'You will regret this');
    const conversationId = await onlyConversation(ada);
    const page = await openDashboard(ada);
    await openRow(page, 'You will regret this');
    await block(page, 'Visitor');
    await notice(page, /^Blocked .* They can read but not write\.$/).waitFor();
    await page.getByText('You’ve blocked this visitor.').waitFor();
    expect(await composer(page).count()).toBe(0);
    await eventually(() => stored(ada, conversationId)).toMatchObject({ status: 'open', tray: 'inbox', blockedAt: expect.any(Timestamp) });

    await visitor.getByText('You can’t send messages in this conversation.').waitFor();
    await bubble(visitor, 'You will regret this').waitFor();
    expect(await sendAnyway(visitor, conversationId)).toEqual({ status: 403, title: problems.blocked });

    await row(page, 'You will regret this').getByText('Blocked').waitFor({ state: 'attached' });
    await button(page, 'Unblock').last().click();
    await composer(page).waitFor();
    await eventually(() => visitor.getByText('You can’t send messages in this conversation.').count()).toBe(0);
    await box(visitor).fill('I am sorry.');
    await visitor.getByRole('button', { name: 'Send' }).click();
    await message(page, 'I am sorry.').waitFor();
  });

  test('is blocked after a question, in the same list as before, and unblocked by undo', async () => {
    const ada = await managerWithPage();
    const id = await place(ada, 'An angry letter', { tray: 'requests' });
    const page = await openDashboard(ada);
    await page.keyboard.press('4');
    await openRow(page, 'An angry letter');
    await page.getByRole('log').focus();
    await page.keyboard.press('b');
    await choose(page, 'Block');
    await dialog(page).waitFor();
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'detached' });
    expect((await stored(ada, id))?.blockedAt).toBeNull();
    await block(page, 'Visitor');
    await page.getByText('You’ve blocked this visitor.').waitFor();
    await eventually(() => stored(ada, id)).toMatchObject({ status: 'open', tray: 'requests', blockedAt: expect.any(Timestamp) });
    await button(page, 'Undo').click();
    await composer(page).waitFor();
    await eventually(() => stored(ada, id)).toMatchObject({ status: 'open', tray: 'requests', blockedAt: null });
  });
});

describe('a deleted conversation', () => {
  test('disappears for both participants; a failure is shown and can be retried', async () => {
    const ada = await managerWithPage();
    const visitor = await visit(`/${ada.slug}`);
    await begin(visitor, 'Please forget me');
    const conversationId = await onlyConversation(ada);
    const page = await openDashboard(ada);
    await place(ada, 'A later letter');
    await place(ada, 'The last letter');
    await row(page, 'A later letter').waitFor();
    await openRow(page, 'Please forget me');
    await page.route('**/api/conversations/*', (request) => request.abort());
    await choose(page, 'Delete');
    const dialog = page.getByRole('dialog', { name: 'Delete this conversation' });
    await dialog.getByText('All messages are deleted for both of you.').waitFor();
    await eventually(() => hasFocus(dialog.getByRole('button', { name: 'Cancel' }))).toBe(true);
    await dialog.getByRole('button', { name: 'Delete for both' }).click();
    await notice(page, 'Couldn’t delete the conversation.').waitFor();
    await message(page, 'Please forget me').waitFor();
    expect(await stored(ada, conversationId)).toBeDefined();

    await page.unroute('**/api/conversations/*');
    await button(page, 'Try again').click();
    await notice(page, 'Deleted the conversation for both of you.').waitFor();
    await eventually(() => row(page, 'Please forget me').count()).toBe(0);
    await eventually(() => hasFocus(row(page, 'A later letter').getByRole('link'))).toBe(true);
    expect(await stored(ada, conversationId)).toBeUndefined();
    await visitor.getByText(problems['conversation-deleted']).waitFor();
    await box(visitor).waitFor();
    expect(await visitor.getByText('Please forget me').count()).toBe(0);

    await page.keyboard.press('Enter');
    await message(page, 'A later letter').waitFor();
    await choose(page, 'Delete');
    await eventually(() => hasFocus(dialog.getByRole('button', { name: 'Cancel' }))).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await eventually(() => hasFocus(row(page, 'The last letter').getByRole('link'))).toBe(true);
    expect(await page.locator('li[data-conversation]').count()).toBe(1);
  });

  test('by its visitor is shown as gone, with the unsent text', async () => {
    const ada = await managerWithPage();
    const visitor = await visit(`/${ada.slug}`);
    await begin(visitor, 'I will delete this');
    const conversationId = await onlyConversation(ada);
    const page = await openDashboard(ada);
    await openRow(page, 'I will delete this');
    await composer(page).fill('A long answer, not yet sent');
    expect(
      await visitor.evaluate(async (id) => (await fetch(`/api/conversations/${id}`, { method: 'DELETE' })).status, conversationId),
    ).toBe(204);
    await page.getByText('Conversation not found').waitFor();
    await page.getByText('A long answer, not yet sent').waitFor();
    await eventually(() => row(page, 'I will delete this').count()).toBe(0);
    const line = page.getByText('The visitor deleted this conversation');
    await line.waitFor();
    await view(page, 'Archive').click();
    await page.getByText('No archived conversations').waitFor();
    expect(await line.count()).toBe(0);
    await view(page, 'Inbox').click();
    await line.waitFor();
    expect(await findings(page)).toEqual([]);
    await button(page, 'Dismiss').click();
    await eventually(() => line.count()).toBe(0);
    await eventually(async () => (await (await cloud.tables()).deletions(ada.uid).get()).size).toBe(0);
  });

  test('accepts no reply written offline, and gives its text back', async () => {
    const ada = await managerWithPage();
    const id = await place(ada, 'Soon to be gone');
    const page = await openDashboard(ada);
    await openRow(page, 'Soon to be gone');
    await message(page, 'Soon to be gone').waitFor();
    await page.context().setOffline(true);
    await reply(page, 'Too late, it seems');
    await message(page, 'Too late, it seems').waitFor();
    await (await cloud.tables()).conversation(ada.uid, id).delete();
    await page.context().setOffline(false);
    await page.getByText('Conversation not found').waitFor();
    await page.getByText('Too late, it seems').waitFor();
    await eventually(() => page.locator('li[data-conversation]').count()).toBe(0);
  });
});

test('a report is sent, and blocks the visitor in the same step', async () => {
  const ada = await managerWithPage();
  const id = await place(ada, 'I know where you live');
  const page = await openDashboard(ada);
  await openRow(page, 'I know where you live');
  await page.getByRole('log').focus();
  await page.keyboard.press('.');
  await eventually(() =>
    page
      .getByRole('menuitem')
      .first()
      .evaluate((item) => item.parentElement?.contains(document.activeElement)),
  ).toBe(true);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Report this conversation' });
  await dialog.getByText('none of the messages').waitFor();
  await dialog.getByRole('button', { name: 'Report' }).click();
  await dialog.getByText('Choose a reason first.').waitFor();
  await dialog.getByLabel('Threat').check();
  await dialog.getByLabel('Note').fill('The third in a week.');
  expect(await dialog.getByLabel('Also block').isChecked()).toBe(true);
  await dialog.getByRole('button', { name: 'Report' }).click();
  await notice(page, /^Reported and blocked /).waitFor();
  await eventually(() => row(page, 'I know where you live').count()).toBe(0);
  await eventually(() => stored(ada, id)).toMatchObject({ tray: 'spam', status: 'open', blockedAt: expect.any(Timestamp) });
  const report = (await (await cloud.tables()).report(id).get()).data();
  expect(report).toEqual({ managerId: ada.uid, reason: 'threat', note: 'The third in a week.', reportedAt: expect.any(Timestamp) });
  await view(page, 'Spam').click();
  await row(page, 'I know where you live').getByText('Blocked').waitFor({ state: 'attached' });
});

test.each(['html', 'json'] as const)('a copy as %s contains the messages', async (format) => {
  const ada = await managerWithPage();
  await place(ada, 'Words to keep & to hold', { visitor: { name: 'Ines Duarte', locale: 'pt' } });
  const page = await openDashboard(ada);
  await openRow(page, 'Words to keep & to hold');
  const saved = page.waitForEvent('download');
  await choose(page, format === 'html' ? 'Download as a web page' : 'Download as JSON');
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(new RegExp(`^conversation-ines-duarte-[0-9-]{10}\\.${format}$`));
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain(format === 'html' ? 'Words to keep &amp; to hold' : 'Words to keep & to hold');
  await notice(page, 'Downloaded the conversation.').waitFor();
});

test('hostile names and texts run nothing, and move no other row', async () => {
  const ada = await managerWithPage();
  const zalgo = `Z${'\u0335\u0489'.repeat(500)}`;
  const hostile = '<img src=x onerror="document.title=1"> javascript:alert(1) https://example.com/\u202Egnp.exe';
  await place(ada, 'A quiet neighbour', { visitor: { name: 'Below', locale: 'en' } });
  const id = await place(ada, 'Nothing to see', { visitor: { name: 'Middle', locale: 'en' } });
  await place(ada, 'Another neighbour', { visitor: { name: 'Above', locale: 'en' } });
  const page = await openDashboard(ada);
  await row(page, 'Above').waitFor();
  const frames = () =>
    page.locator('li[data-conversation]').evaluateAll((rows) => rows.map((one) => JSON.stringify(one.getBoundingClientRect())));
  const neighbours = () => Promise.all([row(page, 'Above'), row(page, 'Below')].map((one) => one.screenshot()));
  const [before, pictures] = [await frames(), await neighbours()];

  const table = await cloud.tables();
  await table.conversation(ada.uid, id).update({ 'visitor.name': `\u202E${zalgo}`, 'lastMessage.preview': `\u202E${zalgo}${hostile}` });
  await table.message(ada.uid, id, nanoid()).set(fromVisitor(`${zalgo}\n${hostile}`));
  await eventually(() => row(page, 'Middle').count()).toBe(0);
  expect(await frames()).toEqual(before);
  expect((await neighbours()).map((picture, index) => picture.equals(pictures[index] as Buffer))).toEqual([true, true]);

  await page.goto(`/app/c/${id}`);
  await page.getByRole('log').getByText('javascript:alert(1)').waitFor();
  expect(await page.getByRole('log').locator('img').count()).toBe(0);
  expect(await page.getByRole('log').locator('a').count()).toBe(1);
  expect(await page.getByRole('log').locator('a').getAttribute('href')).toMatch(/^https:\/\/example\.com\//);
  expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
  expect(await page.title()).not.toBe('1');
  expect(await page.title()).not.toContain('\u202E');
  const header = page.locator('header:visible', { has: page.getByRole('button', { name: 'More' }) });
  expect((await header.boundingBox())?.height).toBe(56);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test('signing out asks the server to clear this browser, and does not wait forever', async () => {
  const ada = await managerWithPage();
  const page = await openDashboard(ada);
  const leave = async () => {
    await page.getByRole('button', { name: 'Ada Moreau' }).click();
    await signOut(page);
    await page.reload();
    await page.getByLabel('Password').waitFor();
  };
  const cleared = page.waitForResponse('**/api/managers/me/session');
  await leave();
  expect((await cleared).status()).toBe(204);
  await signIn(page, ada);
  await page.route('**/api/managers/me/session', () => {});
  await leave();
});

test.each(sampleOf(SIZES, [SIZES[0]]))('on %s every tray, menu and dialog is accessible, in light and dark', async (_, viewport) => {
  const ada = await managerWithPage();
  const page = await openDashboard(ada, viewport);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const expectAccessible = async (what: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page), `${what}, ${colorScheme}`).toEqual([]);
    }
  };
  await page.goto('/app?view=requests');
  await page.getByText('No requests').waitFor();
  await expectAccessible('no requests');
  await place(ada, 'A request to look at', { tray: 'requests' });
  await row(page, 'A request to look at').waitFor();
  await expectAccessible('requests');
  for (const width of [360, 768, viewport.width]) {
    await page.setViewportSize({ ...viewport, width });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `at ${width}`).toBeLessThanOrEqual(width);
  }
  await openRow(page, 'A request to look at');
  await message(page, 'A request to look at').waitFor();
  await expectAccessible('a request');
  await button(page, 'More').click();
  await expectAccessible('the menu');
  await page.getByRole('menuitem', { name: 'Report' }).click();
  await dialog(page).waitFor();
  await expectAccessible('reporting');
  await page.keyboard.press('Escape');
  await choose(page, 'Delete');
  await dialog(page).waitFor();
  await expectAccessible('deleting');
  await page.keyboard.press('Escape');
  await choose(page, 'Block');
  await dialog(page).waitFor();
  await expectAccessible('blocking');
  await page.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
  await page.getByText('You’ve blocked this visitor.').waitFor();
  await expectAccessible('blocked');
  await page.goto('/app?view=spam');
  await page.getByText('No spam').waitFor();
  await expectAccessible('no spam');
  if (viewport === PHONE) {
    await page.getByRole('button', { name: 'Spam, other lists' }).click();
    await expectAccessible('the lists');
  }
  await page.goto('/app/me');
  await page.getByRole('heading', { name: ada.name }).waitFor();
  await expectAccessible('the account');
});
