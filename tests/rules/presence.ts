import { paths } from '@foyer/domain/paths';
import { type DocumentData, deleteField, doc, serverTimestamp, setDoc, Timestamp, updateDoc } from 'firebase/firestore';
import type { Actor } from './actors.ts';
import { beforeEach, describe, it } from './cases.ts';
import { as, erase, eraseEverything, expectAllowed, expectDenied, seed, twins } from './support.ts';
import { A, CONVERSATION, conversation, conversationPath, earlier } from './world.ts';

const now = serverTimestamp();
const writers: [Actor, 'visitor' | 'manager'][] = [
  ['the visitor', 'visitor'],
  ['manager A', 'manager'],
];

describe('presence in a conversation', () => {
  beforeEach(async () => {
    await eraseEverything();
    await seed(conversationPath, conversation());
  });

  for (const [actor, side] of writers) {
    const path = paths.presence(A, CONVERSATION, side);
    const set = (data: DocumentData) => setDoc(doc(as(actor), path), data);
    const update = (data: DocumentData) => updateDoc(doc(as(actor), path), data);

    describe(`of the ${side}`, () => {
      for (const [occasion, stored] of [
        ['comes for the first time', null],
        ['comes again', { seenAt: earlier() }],
      ] as const) {
        const send = async (data: DocumentData) => {
          await (stored === null ? erase(path) : seed(path, stored));
          return set(data);
        };
        twins(
          `${actor} ${occasion}`,
          { seenAt: now },
          {
            "at a time of the client's": { seenAt: Timestamp.now() },
            'at an earlier time': { seenAt: earlier() },
            'at no time': {},
            'with only a read mark': { readAt: now },
            'with a field that nobody knows': { seenAt: now, mood: 'fine' },
            'with a word of a block': { seenAt: now, isBlocked: false },
            'with the end of a session': { seenAt: now, sessionsEndedAt: now },
            "with a read mark of the client's time": { seenAt: now, readAt: Timestamp.now() },
            'with a read mark that is none': { seenAt: now, readAt: null },
            "with a typing mark of the client's time": { seenAt: now, typingAt: Timestamp.now() },
            'with a typing mark that is none': { seenAt: now, typingAt: true },
          },
          send,
        );
        it(`${actor} ${occasion}, reads and types`, () => expectAllowed(send({ seenAt: now, readAt: now, typingAt: now })));
      }

      describe('later', () => {
        beforeEach(() => seed(path, { seenAt: earlier(), readAt: earlier(), typingAt: earlier() }));

        it(`${actor} keeps the marks as they were`, () => expectAllowed(update({ seenAt: now })));
        it(`${actor} reads on and types on`, () => expectAllowed(update({ seenAt: now, readAt: now, typingAt: now })));
        it(`${actor} stops typing`, () => expectAllowed(update({ seenAt: now, typingAt: deleteField() })));

        for (const [fact, data] of Object.entries({
          'takes the read mark back': { readAt: earlier(7_200_000) },
          'takes the read mark away': { readAt: deleteField() },
          'dates the typing mark back': { typingAt: earlier(7_200_000) },
          'is no longer seen': { seenAt: deleteField(), readAt: now },
          'was seen before': { seenAt: earlier() },
        })) {
          it(`${actor} ${fact}: denied`, async () => {
            await expectDenied(update({ seenAt: now, ...data }));
            await expectAllowed(update({ seenAt: now }));
          });
        }
      });

      it(`${actor} comes to a document without a mark of theirs`, async () => {
        await seed(path, { sessionsEndedAt: earlier() });
        await expectDenied(update({ seenAt: now, sessionsEndedAt: deleteField() }));
        await expectAllowed(update({ seenAt: now }));
      });

      // The denied write has 800 ms left of the second that the rules ask for: room for a slow machine.
      it(`${actor} may write once a second, and no more`, async () => {
        await seed(path, { seenAt: earlier(200) });
        await expectDenied(update({ seenAt: now }));
        await seed(path, { seenAt: earlier(1100) });
        await expectAllowed(update({ seenAt: now }));
        await expectDenied(update({ seenAt: now }));
      });
    });
  }

  for (const [actor, side] of writers) {
    const other = side === 'visitor' ? 'manager' : 'visitor';
    it(`${actor} cannot write for the ${other}`, async () => {
      await expectDenied(setDoc(doc(as(actor), paths.presence(A, CONVERSATION, other)), { seenAt: now }));
      await expectAllowed(setDoc(doc(as(actor), paths.presence(A, CONVERSATION, side)), { seenAt: now }));
    });

    it(`${actor} leaves no mark in a conversation that was erased`, async () => {
      await erase(conversationPath);
      await expectDenied(setDoc(doc(as(actor), paths.presence(A, CONVERSATION, side)), { seenAt: now }));
      await seed(conversationPath, conversation());
      await expectAllowed(setDoc(doc(as(actor), paths.presence(A, CONVERSATION, side)), { seenAt: now }));
    });
  }
});

describe("the manager's presence for all visitors", () => {
  const path = paths.managerPresence(A);
  const set = (data: DocumentData) => setDoc(doc(as('manager A'), path), data);

  for (const [occasion, stored] of [
    ['comes for the first time', null],
    ['comes again', { seenAt: earlier() }],
  ] as const) {
    twins(
      `manager A ${occasion}`,
      { seenAt: now },
      {
        "at a time of the client's": { seenAt: Timestamp.now() },
        'at no time': {},
        'with a mark that belongs into a conversation': { seenAt: now, typingAt: now },
        'with a field that nobody knows': { seenAt: now, mood: 'fine' },
      },
      async (data: DocumentData) => {
        await (stored === null ? erase(path) : seed(path, stored));
        return set(data);
      },
    );
  }

  it('manager A may write once a second, and no more', async () => {
    await seed(path, { seenAt: earlier(200) });
    await expectDenied(set({ seenAt: now }));
    await seed(path, { seenAt: earlier(1100) });
    await expectAllowed(set({ seenAt: now }));
  });
});
