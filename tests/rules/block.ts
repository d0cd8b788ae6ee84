import { MANAGER } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import { type DocumentData, deleteField, doc, serverTimestamp, setDoc, Timestamp, updateDoc, writeBatch } from 'firebase/firestore';
import { beforeEach, describe, it } from './cases.ts';
import { as, eraseEverything, expectAllowed, expectDenied, seed, twins } from './support.ts';
import { A, CONVERSATION, conversation, conversationPath, earlier, later } from './world.ts';

const send = (changes: DocumentData) => updateDoc(doc(as('manager A'), conversationPath), { updatedAt: serverTimestamp(), ...changes });

describe('a block', () => {
  beforeEach(async () => {
    await eraseEverything();
    await seed(conversationPath, conversation());
  });

  twins(
    'manager A blocks the visitor',
    { blockedAt: serverTimestamp() },
    {
      "at a time of the client's": { blockedAt: Timestamp.now() },
      'at an earlier time': { blockedAt: earlier() },
      'at a future time': { blockedAt: later() },
      'with text': { blockedAt: 'now' },
      'with a number': { blockedAt: Date.now() },
      'with true': { blockedAt: true },
      'by leaving it out': { blockedAt: deleteField() },
    },
    send,
  );

  describe('of an earlier time', () => {
    beforeEach(() => seed(conversationPath, conversation({ blockedAt: earlier() })));

    twins(
      'manager A unblocks the visitor',
      { blockedAt: null },
      {
        'by an earlier time': { blockedAt: earlier(7_200_000) },
        'by a future time': { blockedAt: later() },
        'with text': { blockedAt: '' },
        'with a number': { blockedAt: 0 },
        'with false': { blockedAt: false },
        'by leaving it out': { blockedAt: deleteField() },
      },
      send,
    );
    it('manager A blocks the visitor again', () => expectAllowed(send({ blockedAt: serverTimestamp() })));
    it('manager A can still change the state while the visitor is blocked', () => expectAllowed(send({ pinned: true })));
  });

  // The notice for the visitor's browsers, in presence/manager.
  const notice = paths.presence(A, CONVERSATION, MANAGER);
  const tell = async (blockedAt: unknown, told: DocumentData) => {
    const batch = writeBatch(as('manager A'));
    batch.update(doc(as('manager A'), conversationPath), { blockedAt, updatedAt: serverTimestamp() });
    batch.set(doc(as('manager A'), notice), told, { merge: true });
    await batch.commit();
  };

  for (const [occasion, marks] of [
    ['who was never present', null],
    ['who was present an hour ago', { seenAt: earlier(), readAt: earlier() }],
    ['who was present a moment ago', { seenAt: earlier(10) }],
  ] as const) {
    it(`manager A ${occasion} blocks and unblocks with a notice`, async () => {
      if (marks) await seed(notice, marks);
      await expectDenied(tell(serverTimestamp(), { isBlocked: false }));
      await expectDenied(tell(serverTimestamp(), { isBlocked: 'yes' }));
      await expectDenied(tell(serverTimestamp(), { isBlocked: true, mood: 'fine' }));
      await expectAllowed(tell(serverTimestamp(), { isBlocked: true }));
      await expectDenied(tell(null, { isBlocked: true }));
      await expectAllowed(tell(null, { isBlocked: false }));
    });
  }

  it('manager A cannot send a notice that contradicts the block', async () => {
    const set = (isBlocked: boolean) => setDoc(doc(as('manager A'), notice), { isBlocked }, { merge: true });
    await expectDenied(set(true));
    await expectAllowed(set(false));
    await seed(conversationPath, conversation({ blockedAt: earlier() }));
    await expectDenied(set(false));
    await expectAllowed(set(true));
  });

  it('the visitor cannot send a notice', async () => {
    await seed(notice, { isBlocked: true });
    await seed(conversationPath, conversation({ blockedAt: earlier() }));
    await expectDenied(setDoc(doc(as('the visitor'), notice), { isBlocked: true }, { merge: true }));
    await expectAllowed(setDoc(doc(as('manager A'), notice), { isBlocked: true }, { merge: true }));
  });

  // Dashboards of version 1 write only the conversation.
  it('manager A blocks without a notice if there was none before', async () => {
    await seed(notice, { seenAt: earlier() });
    await expectAllowed(send({ blockedAt: serverTimestamp() }));
    await expectAllowed(send({ blockedAt: null }));
  });

  it('manager A cannot leave an outdated notice', async () => {
    await seed(notice, { isBlocked: false });
    await expectDenied(send({ blockedAt: serverTimestamp() }));
    await expectAllowed(tell(serverTimestamp(), { isBlocked: true }));
    await expectDenied(send({ blockedAt: null }));
    await expectAllowed(tell(null, { isBlocked: false }));
  });
});
