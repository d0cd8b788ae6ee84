import { paths } from '@foyer/domain/paths';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Place } from '../../web/conversation/over-firestore.ts';
import { sendOverFirestore } from '../../web/conversation/send-over-firestore.ts';
import { addNote } from '../../web/manager/writing/follow-notes.ts';
import { type Plan, reschedule, schedule, sendNow, unschedule } from '../../web/manager/writing/follow-scheduled.ts';
import { openTestCloud } from '../support/cloud.ts';
import { managerOverFirestore } from '../support/conversation-sides.ts';
import { emulators } from '../support/emulators.ts';
import { type LossyConnection, lossyConnection } from '../support/lossy-connection.ts';

const cloud = openTestCloud();
let connection: LossyConnection;
let place: Place;
let close: () => Promise<void>;

beforeAll(async () => {
  connection = await lossyConnection(emulators().firestore);
  ({ place, close } = await managerOverFirestore(cloud, connection));
});
afterAll(async () => {
  await close();
  await connection.close();
});

const inAWeek = () => Date.now() + 7 * 86_400_000;

async function textsIn(collection: string): Promise<unknown[]> {
  const { docs } = await (await cloud.firestore())
    .collection(`${paths.conversation(place.managerId, place.conversationId)}/${collection}`)
    .get();
  return docs.map((found) => found.get('text'));
}

/** Loses the answers to writes that the server has stored, so the SDK repeats them. */
async function repeated(write: () => Promise<unknown>, isStored: () => Promise<boolean>): Promise<void> {
  // Opens the stream of writes.
  await addNote(place, place.conversationId, 'Before');
  connection.loseAnswers();
  const writing = write();
  writing.catch(() => undefined);
  await expect.poll(isStored).toBe(true);
  connection.reconnect();
  await writing;
}

describe('a write whose answer was lost', () => {
  let plan: Plan;
  beforeEach(() => {
    plan = { id: nanoid(), text: nanoid(), sendAtMs: inAWeek() };
  });
  const count = async (collection: string, text = plan.text) => (await textsIn(collection)).filter((each) => each === text).length;
  const has = (collection: string, text?: string) => async () => (await count(collection, text)) > 0;
  const lacks = (collection: string) => async () => (await count(collection)) === 0;

  test('schedules a reply, and takes it back', async () => {
    await repeated(() => schedule(place, place.conversationId, plan), has('scheduled'));
    expect(await count('scheduled')).toBe(1);
    await repeated(() => unschedule(place, place.conversationId, plan.id), lacks('scheduled'));
    expect(await count('scheduled')).toBe(0);
  });

  test('is repeated with those after it, and the last one counts', async () => {
    const later = { ...plan, text: nanoid() };
    const writes = () =>
      Promise.all([
        schedule(place, place.conversationId, plan),
        reschedule(place, place.conversationId, plan.id, inAWeek()),
        unschedule(place, place.conversationId, plan.id),
        schedule(place, place.conversationId, later),
      ]);
    await repeated(writes, has('scheduled', later.text));
    expect([await count('scheduled'), await count('scheduled', later.text)]).toEqual([0, 1]);
  });

  test('sends a scheduled reply now, once', async () => {
    await schedule(place, place.conversationId, plan);
    await repeated(() => sendNow(place, place.conversationId, plan), has('messages'));
    expect([await count('scheduled'), await count('messages')]).toEqual([0, 1]);
  });

  test('sends a reply once', async () => {
    await repeated(() => sendOverFirestore(place, { messageId: plan.id, text: plan.text }), has('messages'));
    expect(await count('messages')).toBe(1);
  });

  test('stores one note', async () => {
    await repeated(() => addNote(place, place.conversationId, plan.text), has('notes'));
    expect(await count('notes')).toBe(1);
  });
});

test('a scheduled reply that was sent can’t be taken back, or sent with another text', async () => {
  const plan = { id: nanoid(), text: nanoid(), sendAtMs: inAWeek() };
  await schedule(place, place.conversationId, plan);
  await sendNow(place, place.conversationId, plan);
  const denied = { code: 'permission-denied' };
  await expect(unschedule(place, place.conversationId, plan.id)).rejects.toMatchObject(denied);
  await expect(sendNow(place, place.conversationId, { ...plan, text: 'Changed' })).rejects.toMatchObject(denied);
});
