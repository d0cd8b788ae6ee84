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

/** Another value of a field that only takes certain ones. */
const OTHERS: Partial<Record<Field, object>> = {
  status: { status: 'archived' },
  snoozedUntil: { status: 'snoozed', snoozedUntil: later },
  tray: { tray: 'spam' },
  lastMessage: { 'lastMessage.preview': 'Something else' },
  updatedAt: { updatedAt: later },
};

/** What a visitor may know: their own words and what these are about, whether they may write, and what ends their session. */
const PUBLIC: readonly Field[] = ['visitor', 'section', 'messageCount', 'blockedAt', 'createdAt', 'epoch', 'endedSessions'];

/** All that is the manager's or the server's: also every field that will be added. */
const PRIVATE = [...Object.keys(CONVERSATION_DEFAULTS), 'lastMessage', 'createdAt', 'updatedAt'].filter(
  (field): field is Exclude<Field, 'createdAt'> => !PUBLIC.some((known) => known === field),
);

/** Another value than a new conversation has. */
function changed(field: Exclude<Field, 'createdAt'>): object {
  const before: unknown = Object.entries(CONVERSATION_DEFAULTS).find(([name]) => name === field)?.[1];
  if (OTHERS[field]) return OTHERS[field];
  if (typeof before === 'boolean') return { [field]: !before };
  if (typeof before === 'number') return { [field]: before + 1 };
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
  /** Everything that this visitor gets to see, without what is new in each answer. */
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

describe('what its visitor sees of a conversation does not depend on', () => {
  test.each(PRIVATE)('its %s', async (field) => {
    const { conversation, seen } = await someConversation();
    const before = await seen();
    await conversation.update(changed(field));
    expect(await seen()).toEqual(before);
  });

  test('whether it is archived, also when they write without JavaScript', async () => {
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

  test('whether it is blocked, apart from the one word for it', async () => {
    const { conversation, seen } = await someConversation();
    const before = await seen();
    await conversation.update({ blockedAt: Timestamp.now() });
    const after = await seen();
    expect(after.open).toEqual({ ...before.open, conversation: { ...before.open.conversation, isBlocked: true } });
    expect([after.json, after.html]).toEqual([before.json, before.html]);
  });
});
