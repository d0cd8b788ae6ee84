import { CONVERSATION_VERSION } from '@foyer/domain/conversation-versions';
import { MANAGER } from '@foyer/domain/participant';
import { doc, getDoc, increment, serverTimestamp, updateDoc } from 'firebase/firestore';
import { beforeEach, describe, expect, it } from './cases.ts';
import { sendReply } from './reply-batch.ts';
import { as, eraseEverything, expectAllowed, expectDenied, seed, server } from './support.ts';
import { conversation, conversationPath, earlier, messageId, messagePath } from './world.ts';

const ID = messageId('written-in-an-old-tab');
const now = serverTimestamp();

/** The writes of a version 2 dashboard, spelled out. It knows neither `isUnread` nor `alias`. */
const REPLY = {
  message: { version: 2, kind: 'text', sender: MANAGER, text: 'Good morning', createdAt: now },
  summary: {
    lastMessage: { id: ID, sender: MANAGER, preview: 'Good morning', at: now },
    messageCount: increment(1),
    unread: 0,
    status: 'open',
    snoozedUntil: null,
    tray: 'inbox',
    updatedAt: now,
  },
} as const;

/** A conversation as version 2 stored it. */
function storedBefore(): object {
  const { isUnread: _, alias: __, ...before } = conversation();
  return { ...before, version: 2 };
}

const change = (changes: object) => updateDoc(doc(as('manager A'), conversationPath), { updatedAt: now, ...changes });

describe('a dashboard of version 2', () => {
  beforeEach(eraseEverything);

  for (const [age, stored] of [
    ['of this version', conversation()],
    ['of version 2', storedBefore()],
  ] as const) {
    it(`replies in a conversation ${age}`, async () => {
      await seed(conversationPath, stored);
      const send = (message: object) =>
        sendReply(as('manager A'), {
          messages: [{ path: messagePath(ID), data: { ...REPLY.message, ...message } }],
          summaries: [{ path: conversationPath, data: REPLY.summary }],
        });
      await expectDenied(send({ kind: 'poll' }));
      await expectAllowed(send({}));
    });

    it(`reads, pins and archives a conversation ${age}`, async () => {
      await seed(conversationPath, stored);
      await expectDenied(change({ unread: 0, updatedAt: earlier() }));
      await expectAllowed(change({ unread: 0 }));
      await expectAllowed(change({ pinned: true }));
      await expectAllowed(change({ status: 'archived', snoozedUntil: null }));
    });
  }

  it('leaves a conversation marked as unread that it has read, which this version can change and correct', async () => {
    await seed(conversationPath, conversation());
    await expectAllowed(change({ unread: 0 }));
    expect((await getDoc(doc(server, conversationPath))).data()).toMatchObject({
      version: CONVERSATION_VERSION,
      unread: 0,
      isUnread: true,
    });
    await expectAllowed(change({ pinned: true, alias: 'Ines' }));
    await expectDenied(change({ isUnread: 'no' }));
    await expectAllowed(change({ unread: 0, isUnread: false }));
  });

  it('leaves a conversation of version 2 without the mark, which this version can then set', async () => {
    await seed(conversationPath, storedBefore());
    await expectAllowed(change({ pinned: true }));
    await expectDenied(change({ isUnread: false }));
    await expectAllowed(change({ isUnread: true }));
  });
});
