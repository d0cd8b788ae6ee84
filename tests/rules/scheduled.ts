import { SCHEDULE_AHEAD_MS, SCHEDULED_MAX, TEXT_MAX } from '@foyer/domain/limits';
import {
  arrayRemove,
  arrayUnion,
  type DocumentData,
  deleteDoc,
  deleteField,
  doc,
  getDoc,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
  writeBatch,
} from 'firebase/firestore';
import { beforeEach, describe, it } from './cases.ts';
import { messageHalf, summaryHalf } from './reply-batch.ts';
import { listing, schedule, unschedule } from './schedule-batch.ts';
import { as, erase, eraseEverything, expectAllowed, expectDenied, seed, twins } from './support.ts';
import * as world from './world.ts';

const manager = () => as('manager A');
const ID = world.messageId('later');
const path = world.scheduledPath(ID);
const honest = {
  text: 'x'.repeat(TEXT_MAX),
  replyTo: world.FIRST,
  sendAt: world.later(),
  createdAt: serverTimestamp(),
  updatedAt: serverTimestamp(),
};
const stored = { text: 'Before', sendAt: world.later(), createdAt: world.earlier(), updatedAt: world.earlier() };
const ids = (count: number) => Array.from({ length: count }, (_, index) => world.messageId(`reply-${index}`));
const among = (scheduled: string[]) => seed(world.conversationPath, world.conversation({ scheduled }));

const FLIPPED: Record<string, DocumentData> = {
  'with a text of 4,001': { ...honest, text: 'x'.repeat(TEXT_MAX + 1) },
  'with an empty text': { ...honest, text: '' },
  'with a list for a text': { ...honest, text: ['x'] },
  'in more than a year': { ...honest, sendAt: world.later(SCHEDULE_AHEAD_MS + 3_600_000) },
  'at a number for a time': { ...honest, sendAt: world.later().toMillis() },
  'at no time': { text: 'x', createdAt: serverTimestamp(), updatedAt: serverTimestamp() },
  "with a time of the client's": { ...honest, updatedAt: Timestamp.now() },
  'created earlier': { ...honest, createdAt: world.earlier() },
  'created in the future': { ...honest, createdAt: world.later() },
  'in reply to no message': { ...honest, replyTo: 'first' },
  'with a failure': { ...honest, failure: { reason: 'blocked', at: world.earlier() } },
};

describe('a scheduled reply', () => {
  beforeEach(async () => {
    await eraseEverything();
    await among([]);
  });

  twins('manager A schedules it', honest, FLIPPED, async (data: DocumentData) => {
    await erase(path);
    await among([]);
    return schedule(manager(), path, data);
  });

  twins(
    'manager A lists it in its conversation',
    listing(arrayUnion(ID)),
    {
      'without listing it': { updatedAt: serverTimestamp() },
      'with another one in the list': listing(arrayUnion(ID, world.messageId('other'))),
      'with a list of another one': listing(arrayUnion(world.messageId('other'))),
      'with a map for the list': { scheduled: { [ID]: true }, updatedAt: serverTimestamp() },
      'at no time': { scheduled: arrayUnion(ID) },
      'with a field of the server': { ...listing(arrayUnion(ID)), epoch: 9 },
    },
    async (change: DocumentData) => {
      await erase(path);
      await among([]);
      return schedule(manager(), path, honest, change);
    },
  );

  it(`manager A schedules ${SCHEDULED_MAX} in a conversation, but not more`, async () => {
    await among(ids(SCHEDULED_MAX));
    await expectDenied(schedule(manager(), path, honest));
    await among(ids(SCHEDULED_MAX - 1));
    await expectAllowed(schedule(manager(), path, honest));
  });

  it('manager A schedules one at a time that has passed while they were offline', () =>
    expectAllowed(schedule(manager(), path, { ...honest, sendAt: world.earlier() })));

  it('manager A uses the id of a message, and no other', async () => {
    await expectDenied(schedule(manager(), world.scheduledPath('later'), honest));
    await expectAllowed(schedule(manager(), path, honest));
  });

  it('manager A cannot schedule one in an erased conversation', async () => {
    await erase(world.conversationPath);
    await expectDenied(setDoc(doc(manager(), path), honest));
    await among([]);
    await expectAllowed(schedule(manager(), path, honest));
  });

  twins(
    'manager A changes it',
    { text: 'x', sendAt: world.later(7_200_000), failure: deleteField(), updatedAt: serverTimestamp() },
    {
      'to an empty text': { text: '', failure: deleteField(), updatedAt: serverTimestamp() },
      'to be created at another time': { createdAt: world.later(), failure: deleteField(), updatedAt: serverTimestamp() },
      'and leaves its failure': { text: 'x', updatedAt: serverTimestamp() },
      'at an earlier time': { text: 'x', failure: deleteField(), updatedAt: world.earlier() },
      'without a time to send': { sendAt: deleteField(), failure: deleteField(), updatedAt: serverTimestamp() },
    },
    async (change: DocumentData) => {
      await among([ID]);
      await seed(path, { ...stored, failure: { reason: 'blocked', at: world.earlier() } });
      return updateDoc(doc(manager(), path), change);
    },
  );

  twins(
    'manager A deletes it',
    listing(arrayRemove(ID)),
    {
      'with it left in the list': { updatedAt: serverTimestamp() },
      'with an empty list': { scheduled: [], updatedAt: serverTimestamp() },
      'with another one listed twice': { scheduled: Array(2).fill(world.messageId('other')), updatedAt: serverTimestamp() },
    },
    async (change: DocumentData) => {
      await among([ID, world.messageId('other')]);
      await seed(path, stored);
      return unschedule(manager(), path, change);
    },
  );

  it('manager A cannot delete one that was sent meanwhile', async () => {
    await among([]);
    await seed(world.messagePath(ID), messageHalf(ID).data);
    await expectDenied(unschedule(manager(), path));
    // Unless it was restored after that.
    await among([ID]);
    await seed(path, stored);
    await expectAllowed(unschedule(manager(), path));
  });

  it('manager A repeats a write whose answer was lost', async () => {
    for (let time = 0; time < 2; time++) await expectAllowed(schedule(manager(), path, honest));
    for (let time = 0; time < 2; time++) await expectAllowed(unschedule(manager(), path));
    await expectDenied(deleteDoc(doc(as('manager B'), path)));
    await expectDenied(deleteDoc(doc(as('the visitor'), path)));
  });

  it('manager A cannot take it from the list and leave it', async () => {
    await among([ID]);
    await seed(path, stored);
    await expectDenied(updateDoc(doc(manager(), world.conversationPath), listing(arrayRemove(ID))));
    await expectAllowed(unschedule(manager(), path));
  });

  it('manager A sends it now, once', async () => {
    const send = () =>
      writeBatch(manager())
        .delete(doc(manager(), path))
        .set(doc(manager(), world.messagePath(ID)), messageHalf(ID).data)
        .update(doc(manager(), world.conversationPath), summaryHalf(ID, {}, { scheduled: arrayRemove(ID) }).data)
        .commit();
    await among([ID]);
    await seed(path, stored);
    await expectAllowed(send());
    await expectDenied(send());
    // Nor one that was deleted meanwhile.
    await erase(world.messagePath(ID));
    await expectDenied(send());
    await among([ID]);
    await seed(path, stored);
    await expectAllowed(send());
  });

  it('only manager A can create one that is listed already', async () => {
    await erase(path);
    await among([ID]);
    for (const actor of ['manager B', 'the visitor'] as const) await expectDenied(setDoc(doc(as(actor), path), honest));
    await expectAllowed(setDoc(doc(manager(), path), honest));
  });

  it('the visitor cannot read, write or delete it', async () => {
    await seed(path, stored);
    await expectDenied(getDoc(doc(as('the visitor'), path)));
    await expectDenied(setDoc(doc(as('the visitor'), path), honest));
    await expectDenied(deleteDoc(doc(as('the visitor'), path)));
    await expectAllowed(getDoc(doc(manager(), path)));
  });
});
