import { MANAGER } from '@foyer/domain/participant';
import { doc, increment, serverTimestamp, updateDoc } from 'firebase/firestore';
import { beforeEach, describe, it } from './cases.ts';
import { sendReply } from './reply-batch.ts';
import { as, eraseEverything, expectAllowed, expectDenied, seed } from './support.ts';
import { conversation, conversationPath, earlier, later, messageId, messagePath } from './world.ts';

const ID = messageId('written-offline');
const now = serverTimestamp();

/** The writes of a version 1 dashboard, spelled out: it may still be open, or have been offline, while everything else is newer. */
const REPLY = {
  message: { sender: MANAGER, text: 'Good morning', createdAt: now },
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

/** A conversation as version 1 stored it. */
function storedBefore(changes: object = {}): object {
  const { version: _, endedSessions: __, codeTat: ___, isMuted: ____, isUnread: _____, alias: ______, ...before } = conversation();
  return { ...before, ...changes };
}

describe('a dashboard of version 1', () => {
  beforeEach(eraseEverything);

  for (const [age, stored] of [
    ['of this version', conversation()],
    ['of version 1', storedBefore()],
    ['of version 1 that is closed', storedBefore({ status: 'closed' })],
  ] as const) {
    const send = (message: object) =>
      sendReply(as('manager A'), {
        messages: [{ path: messagePath(ID), data: { ...REPLY.message, ...message } }],
        summaries: [{ path: conversationPath, data: REPLY.summary }],
      });

    it(`replies in a conversation ${age}`, async () => {
      await seed(conversationPath, stored);
      await expectDenied(send({ version: 1 }));
      await expectAllowed(send({}));
    });

    it(`closes, snoozes and opens a conversation ${age}`, async () => {
      const change = (changes: object) => updateDoc(doc(as('manager A'), conversationPath), { updatedAt: now, ...changes });
      await seed(conversationPath, stored);
      await expectDenied(change({ status: 'closed', snoozedUntil: later() }));
      await expectAllowed(change({ status: 'closed', snoozedUntil: null }));
      await expectAllowed(change({ status: 'snoozed', snoozedUntil: later() }));
      await expectAllowed(change({ status: 'open', snoozedUntil: null }));
      await expectDenied(change({ unread: 0, updatedAt: earlier() }));
      await expectAllowed(change({ unread: 0 }));
    });
  }
});
