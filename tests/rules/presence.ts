import { paths } from '@foyer/domain/paths';
import { type DocumentData, deleteField, doc, getDoc, serverTimestamp, setDoc, Timestamp, updateDoc } from 'firebase/firestore';
import type { Actor } from './actors.ts';
import { beforeEach, describe, it } from './cases.ts';
import { as, erase, eraseEverything, expectAllowed, expectDenied, seed, twins } from './support.ts';
import { A, CONVERSATION, conversation, conversationPath, earlier, later } from './world.ts';

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
            'with an unknown field': { seenAt: now, mood: 'fine' },
            'with a block flag': { seenAt: now, isBlocked: false },
            'with the end of a session': { seenAt: now, sessionsEndedAt: now },
            "with a read mark of the client's time": { seenAt: now, readAt: Timestamp.now() },
            'with null as read mark': { seenAt: now, readAt: null },
            "with a typing mark of the client's time": { seenAt: now, typingAt: Timestamp.now() },
            'with true as typing mark': { seenAt: now, typingAt: true },
          },
          send,
        );
        it(`${actor} ${occasion}, reads and types`, () => expectAllowed(send({ seenAt: now, readAt: now, typingAt: now })));
      }

      describe('later', () => {
        beforeEach(() => seed(path, { seenAt: earlier(), readAt: earlier(), typingAt: earlier() }));

        it(`${actor} keeps their marks unchanged`, () => expectAllowed(update({ seenAt: now })));
        it(`${actor} continues to read and type`, () => expectAllowed(update({ seenAt: now, readAt: now, typingAt: now })));
        it(`${actor} stops typing`, () => expectAllowed(update({ seenAt: now, typingAt: deleteField() })));

        for (const [fact, data] of Object.entries({
          'sets the read mark back': { readAt: earlier(7_200_000) },
          'removes the read mark': { readAt: deleteField() },
          'sets the typing mark back': { typingAt: earlier(7_200_000) },
          'is no longer seen': { seenAt: deleteField(), readAt: now },
          'was seen before': { seenAt: earlier() },
        })) {
          it(`${actor} ${fact}: denied`, async () => {
            await expectDenied(update({ seenAt: now, ...data }));
            await expectAllowed(update({ seenAt: now }));
          });
        }
      });

      it(`${actor} writes a document without any of their marks`, async () => {
        await seed(path, { sessionsEndedAt: earlier() });
        await expectDenied(update({ seenAt: now, sessionsEndedAt: deleteField() }));
        await expectAllowed(update({ seenAt: now }));
      });

      // The denied write has 800 ms left of the second that the rules require: enough for a slow machine.
      it(`${actor} can write once a second, but not more often`, async () => {
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

    it(`${actor} cannot leave a mark in an erased conversation`, async () => {
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
  const update = (data: DocumentData) => updateDoc(doc(as('manager A'), path), data);
  const here = { seenAt: now, updatedAt: now };
  const away = { state: 'away', status: 'On a train', statusUntil: later(), updatedAt: now };

  for (const [occasion, stored] of [
    ['comes for the first time', null],
    ['comes again', { seenAt: earlier(), updatedAt: earlier() }],
  ] as const) {
    const send = async (data: DocumentData) => {
      await (stored === null ? erase(path) : seed(path, stored));
      return set(data);
    };
    twins(
      `manager A ${occasion}`,
      here,
      {
        "at a time of the client's": { seenAt: Timestamp.now(), updatedAt: now },
        "with an update at a time of the client's": { seenAt: now, updatedAt: Timestamp.now() },
        'without the time of the update': { seenAt: now },
        'with a typing mark': { ...here, typingAt: now },
        'with an unknown field': { ...here, mood: 'fine' },
        'with the state of the page': { ...here, page: {} },
      },
      send,
    );
    twins(
      `manager A ${occasion} and is away`,
      away,
      {
        'in an unknown state': { ...away, state: 'invisible' },
        'with a state of nothing': { ...away, state: null },
        'with an empty status': { ...away, status: '' },
        'with a status of 201 units': { ...away, status: 'x'.repeat(201) },
        'with an end that is no time': { ...away, statusUntil: 'tomorrow' },
        'with an end of no status': { state: 'away', statusUntil: later(), updatedAt: now },
      },
      send,
    );
    it(`manager A ${occasion} with a status of 200 units that has ended`, () =>
      expectAllowed(send({ ...away, status: 'x'.repeat(200), statusUntil: earlier() })));
  }

  describe('later', () => {
    beforeEach(() => seed(path, { seenAt: earlier(), state: 'away', status: 'On a train', statusUntil: later(), updatedAt: earlier() }));

    it('manager A leaves without a trace', async () => {
      await expectAllowed(update({ seenAt: deleteField(), state: deleteField(), updatedAt: now }));
    });
    it('manager A takes the status back', async () => {
      await expectDenied(update({ status: deleteField(), updatedAt: now }));
      await expectAllowed(update({ status: deleteField(), statusUntil: deleteField(), updatedAt: now }));
    });
    it('manager A cannot have been here earlier or later', async () => {
      await expectDenied(update({ seenAt: earlier(7_200_000), updatedAt: now }));
      await expectDenied(update({ seenAt: later(), updatedAt: now }));
      await expectAllowed(update({ seenAt: now, updatedAt: now }));
    });
    it('manager A cannot say what the page is, nor change or remove what the server said', async () => {
      await expectDenied(update({ page: { isOffline: true }, updatedAt: now }));
      await seed(path, { page: { isOffline: true }, updatedAt: earlier() });
      await expectDenied(update({ page: {}, updatedAt: now }));
      await expectDenied(update({ page: deleteField(), updatedAt: now }));
      await expectAllowed(update({ state: 'away', updatedAt: now }));
    });
    it('manager A cannot keep or remove the time of the update', async () => {
      await expectDenied(update({ state: 'do-not-disturb' }));
      await expectDenied(update({ state: 'do-not-disturb', updatedAt: deleteField() }));
      await expectAllowed(update({ state: 'do-not-disturb', updatedAt: now }));
    });
  });

  // Also without `seenAt`: invisible managers write no more often than others.
  for (const [who, stored] of Object.entries({ 'who is here': { seenAt: earlier() }, 'who is not seen': {} })) {
    it(`manager A ${who} can write once a second, but not more often`, async () => {
      await seed(path, { ...stored, updatedAt: earlier(200) });
      await expectDenied(set({ state: 'away', updatedAt: now }));
      await seed(path, { ...stored, updatedAt: earlier(1100) });
      await expectAllowed(set({ state: 'away', updatedAt: now }));
    });
  }

  it('manager A can write over a presence that was stored before its updates had a time', async () => {
    await seed(path, { seenAt: earlier(200) });
    await expectAllowed(set(here));
  });

  it('only a visitor who is not blocked can read it', async () => {
    await seed(path, { seenAt: earlier(), status: 'On a train', updatedAt: earlier() });
    await seed(conversationPath, conversation({ blockedAt: earlier() }));
    await expectDenied(getDoc(doc(as('the visitor'), path)));
    await seed(conversationPath, conversation());
    await expectAllowed(getDoc(doc(as('the visitor'), path)));
  });
});
