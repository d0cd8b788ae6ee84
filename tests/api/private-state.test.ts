import type { ConversationDocument } from '@foyer/domain/conversation';
import { CONVERSATION_DEFAULTS } from '@foyer/domain/conversation-versions';
import { messageForm } from '@foyer/domain/form';
import { MANAGER } from '@foyer/domain/participant';
import { createApp } from '@foyer/functions/app';
import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { describe, expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { Visitor } from '../support/visitor.ts';

const later = Timestamp.fromMillis(Date.now() + 3_600_000);

type Field = keyof ConversationDocument<Timestamp>;

/** Another value of a field that accepts only certain ones. */
const OTHERS: Partial<Record<Field, object>> = {
  status: { status: 'archived' },
  snoozedUntil: { status: 'snoozed', snoozedUntil: later },
  tray: { tray: 'spam' },
  lastMessage: { 'lastMessage.preview': 'Something else' },
  updatedAt: { updatedAt: later },
  terms: { terms: ['vip'] },
  aliasTerms: { aliasTerms: ['vip'] },
};

/** What a visitor can see: their own details and subject, whether they can write, and what ends their session. */
const PUBLIC: readonly Field[] = ['visitor', 'section', 'messageCount', 'blockedAt', 'createdAt', 'epoch', 'endedSessions'];

/** Everything that belongs to the manager or the server, including future fields. */
const PRIVATE = [...Object.keys(CONVERSATION_DEFAULTS), 'terms', 'lastMessage', 'createdAt', 'updatedAt'].filter(
  (field): field is Exclude<Field, 'createdAt'> => !PUBLIC.some((known) => known === field),
);

/** A value that a new conversation does not have. */
function changed(field: Exclude<Field, 'createdAt'>): object {
  const before: unknown = Object.entries(CONVERSATION_DEFAULTS).find(([name]) => name === field)?.[1];
  if (OTHERS[field]) return OTHERS[field];
  if (typeof before === 'boolean') return { [field]: !before };
  if (typeof before === 'number') return { [field]: before + 1 };
  if (typeof before === 'string') return { [field]: 'The manager’s own text' };
  return { [field]: Array.isArray(before) ? ['vip'] : later };
}

async function someConversation() {
  const cloud = openTestCloud();
  const app = createApp(cloud);
  const { slug, managerId } = await someManager(cloud);
  const visitor = new Visitor(app.request);
  const { id } = (await visitor.start(slug)).body.conversation;
  const conversation = (await cloud.tables()).conversation(managerId, id);
  const get = async (path: string) => (await app.request(path, { headers: { cookie: visitor.cookie ?? '' } })).text();
  /** Everything that this visitor sees, except values that are new in each answer. */
  const seen = async () => ({
    open: { ...(await visitor.open(slug)).body, token: null },
    json: (await get(`/api/conversations/${id}/export?format=json`)).replace(/"exportedAt":"[^"]*"/, ''),
    html: (await get(`/api/conversations/${id}/export?format=html`)).replace(/<dt>Downloaded<\/dt><dd>.*?<\/dd>/, ''),
    page: (await get(`/api/forms/conversations?slug=${slug}`)).replace(/value="[^"]*"/g, ''),
    presence: (await (await cloud.tables()).presence(managerId, id, MANAGER).get()).data(),
  });
  return { conversation, seen, visitor, slug };
}

test('every field of a conversation is either public or has a case here', async () => {
  const { conversation } = await someConversation();
  const fields = Object.keys((await conversation.get()).data() ?? {});
  expect([...PRIVATE, ...PUBLIC].sort()).toEqual(fields.sort());
  expect(PRIVATE.length).toBeGreaterThanOrEqual(12);
});

describe("a visitor's view of a conversation does not depend on", () => {
  test.each([...PRIVATE, 'aliasTerms' as const])('its %s', async (field) => {
    const { conversation, seen } = await someConversation();
    const before = await seen();
    await conversation.update(changed(field));
    expect(await seen()).toEqual(before);
  });

  test('notes on it', async () => {
    const { conversation, seen } = await someConversation();
    const before = await seen();
    await conversation.collection('notes').doc('a1').set({ text: 'Met in Porto', createdAt: Timestamp.now() });
    const after = await seen();
    expect(after).toEqual(before);
    expect(JSON.stringify(after)).not.toContain('Porto');
  });

  test('scheduled replies to it', async () => {
    const { conversation, seen } = await someConversation();
    const before = await seen();
    await conversation
      .collection('scheduled')
      .doc(nanoid())
      .set({ text: 'On Monday', sendAt: later, createdAt: Timestamp.now(), updatedAt: Timestamp.now() });
    const after = await seen();
    expect(after).toEqual(before);
    expect(JSON.stringify(after)).not.toContain('On Monday');
  });

  test('whether it is archived, even when they write without JavaScript', async () => {
    const answers = [];
    for (const status of ['open', 'archived'] as const) {
      const { conversation, visitor, slug } = await someConversation();
      await conversation.update({ status });
      const { id } = conversation;
      const { text } = await visitor.submit(`${messageForm.path}?slug=${slug}`, {
        conversationId: id,
        messageId: nanoid(),
        text: 'Once more',
      });
      answers.push(
        text
          .replaceAll(id, 'id')
          .replaceAll(slug, 'slug')
          .replace(/value="[^"]*"|<time .*?<\/time>/g, ''),
      );
      expect((await conversation.get()).data()?.status).toBe('open');
    }
    expect(answers[1]).toBe(answers[0]);
    expect(answers[0]).toContain('Once more');
  });

  test('whether it is blocked, except for its one field', async () => {
    const { conversation, seen } = await someConversation();
    const before = await seen();
    await conversation.update({ blockedAt: Timestamp.now() });
    const after = await seen();
    expect(after.open).toEqual({ ...before.open, conversation: { ...before.open.conversation, isBlocked: true } });
    expect([after.json, after.html]).toEqual([before.json, before.html]);
  });
});
