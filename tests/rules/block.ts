import { type DocumentData, deleteField, doc, serverTimestamp, Timestamp, updateDoc } from 'firebase/firestore';
import { beforeEach, describe, it } from './cases.ts';
import { as, expectAllowed, seed, twins } from './support.ts';
import { conversation, conversationPath, earlier, later } from './world.ts';

const send = (changes: DocumentData) => updateDoc(doc(as('manager A'), conversationPath), { updatedAt: serverTimestamp(), ...changes });

describe('a block', () => {
  beforeEach(() => seed(conversationPath, conversation()));

  twins(
    'manager A blocks the visitor',
    { blockedAt: serverTimestamp() },
    {
      "at a time of the client's": { blockedAt: Timestamp.now() },
      'at an earlier time': { blockedAt: earlier() },
      'at a time ahead': { blockedAt: later() },
      'with text': { blockedAt: 'now' },
      'with a number': { blockedAt: Date.now() },
      'with a yes': { blockedAt: true },
      'by leaving it out': { blockedAt: deleteField() },
    },
    send,
  );

  describe('of old', () => {
    beforeEach(() => seed(conversationPath, conversation({ blockedAt: earlier() })));

    twins(
      'manager A unblocks the visitor',
      { blockedAt: null },
      {
        'by an earlier time': { blockedAt: earlier(7_200_000) },
        'by a time ahead': { blockedAt: later() },
        'with text': { blockedAt: '' },
        'with a number': { blockedAt: 0 },
        'with a no': { blockedAt: false },
        'by leaving it out': { blockedAt: deleteField() },
      },
      send,
    );
    it('manager A blocks the visitor once more', () => expectAllowed(send({ blockedAt: serverTimestamp() })));
    it('manager A goes on tidying up where the visitor is blocked', () => expectAllowed(send({ pinned: true })));
  });
});
