import { MESSAGE_VERSION } from '@foyer/domain/conversation-versions';
import { UNKNOWN_KIND_TEXT } from '@foyer/domain/messages/kinds';
import { SYSTEM, VISITOR } from '@foyer/domain/participant';
import { createApp } from '@foyer/functions/app';
import { Timestamp } from '@google-cloud/firestore';
import { describe, expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { Visitor } from '../support/visitor.ts';

/** Messages that this version of the API doesn't write. */
const STORED = {
  'a kind of a newer version': { version: MESSAGE_VERSION + 1, kind: 'poll', sender: VISITOR, question: 'When?' },
  'a text without its text': { version: MESSAGE_VERSION, kind: 'text', sender: VISITOR },
  'a text that is none': { version: MESSAGE_VERSION, kind: 'text', sender: VISITOR, text: { html: '<b>' } },
  'a kind named like a method': { version: MESSAGE_VERSION, kind: 'constructor', sender: VISITOR },
} as const;

async function someConversation() {
  const cloud = openTestCloud();
  const app = createApp(cloud);
  const { slug, managerId } = await someManager(cloud);
  const visitor = new Visitor(app.request);
  const { id } = (await visitor.start(slug, { text: 'A plain text' })).body.conversation;
  const put = async (message: object) =>
    (await cloud.firestore())
      .doc(`managers/${managerId}/conversations/${id}/messages/${'k'.repeat(21)}`)
      .set({ ...message, createdAt: Timestamp.fromMillis(Date.now() + 1000) });
  const get = async (path: string) => (await app.request(path, { headers: { cookie: visitor.cookie ?? '' } })).text();
  return { slug, visitor, id, put, get };
}

describe.each(Object.entries(STORED))('%s', (_, message) => {
  test('is a neutral sentence in the thread, in both copies and without JavaScript', async () => {
    const { slug, visitor, id, put, get } = await someConversation();
    await put(message);
    const { messages } = (await visitor.open(slug)).body;
    expect(messages.map(({ text }) => text)).toEqual(['A plain text', UNKNOWN_KIND_TEXT]);
    const json = JSON.parse(await get(`/api/conversations/${id}/export?format=json`));
    expect(json.messages[1]).toMatchObject({ kind: message.kind, text: UNKNOWN_KIND_TEXT });
    expect(await get(`/api/conversations/${id}/export?format=html`)).toContain(UNKNOWN_KIND_TEXT);
    expect(await get(`/api/forms/conversations?slug=${slug}`)).toContain(UNKNOWN_KIND_TEXT);
  });
});

test('a system message has its own line, from neither participant', async () => {
  const { slug, visitor, id, put, get } = await someConversation();
  await put({ version: MESSAGE_VERSION, kind: 'system', sender: SYSTEM, text: 'The code was replaced.' });
  expect((await visitor.open(slug)).body.messages[1]).toMatchObject({ kind: 'system', sender: SYSTEM, text: 'The code was replaced.' });
  expect(await get(`/api/forms/conversations?slug=${slug}`)).toMatch(/<p class="aside"[^>]*>The code was replaced\.<\/p>/);
  expect(await get(`/api/conversations/${id}/export?format=html`)).toContain('The code was replaced.');
});
