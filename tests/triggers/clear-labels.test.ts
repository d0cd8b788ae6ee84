import { LABELS_MAX } from '@foyer/domain/limits';
import { VISITOR } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import { clearLabels } from '@foyer/functions/conversations/clear-labels';
import { purge } from '@foyer/functions/purge';
import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { describe, expect, test } from 'vitest';
import { breakAfter } from '../support/break-after.ts';
import { openTestCloud, type TestCloud } from '../support/cloud.ts';
import { addMessage, begun } from '../support/conversation.ts';
import { putMany } from '../support/put-many.ts';

const HOUR_MS = 3600_000;
const PAGE = 100;
const LABEL = { name: 'Weddings', color: '#1d5fa8' };
const idOf = (index: number) => index.toString(16).padStart(32, '0');
const deleted = (agoMs = 2 * HOUR_MS) => ({ deletedAt: Timestamp.fromMillis(Date.now() - agoMs) });

/** A manager with `count` conversations, all of them with these labels. */
async function someLabelled(count: number, labels: string[], cloud = openTestCloud()) {
  const managerId = nanoid();
  const db = await cloud.firestore();
  await putMany(cloud, count, (index) => [
    paths.conversation(managerId, idOf(index)),
    begun({ text: 'Good morning', at: Timestamp.fromMillis(1e12 + index), traits: { labels } }).conversation,
  ]);
  const label = (id: string) => db.doc(paths.label(managerId, id));
  const all = async () => (await db.collection(paths.conversations(managerId)).get()).docs.map((found) => found.data());
  return {
    cloud,
    managerId,
    db,
    label,
    all,
    /** How many conversations have a label. */
    having: async (id: string) => (await all()).filter((conversation) => conversation.labels.includes(id)).length,
  };
}

/** A run of it alone. Returns the number of conversations, and the failures. */
async function clear(cloud: TestCloud): Promise<{ removed: number; failures: number }> {
  let [removed, failures] = [0, 0];
  for await (const page of clearLabels(cloud)) {
    removed += page.removed;
    if ('failure' in page) failures++;
  }
  return { removed, failures };
}

describe('the purge of deleted labels', () => {
  test('removes one from 1,050 conversations, and changes nothing else', async () => {
    const { cloud, label, all } = await someLabelled(10 * PAGE + 50, ['ab', 'cd']);
    const other = await someLabelled(1, ['ab'], cloud);
    await Promise.all([label('ab').set(deleted()), label('cd').set(LABEL), other.label('ab').set(LABEL)]);
    const before = await all();
    expect((await purge(cloud)).labels).toBe(before.length);
    expect(await all()).toEqual(before.map((conversation) => ({ ...conversation, labels: ['cd'] })));
    expect((await label('ab').get()).data()).toEqual({ clearedAt: expect.any(Timestamp) });
    expect((await label('cd').get()).data()).toEqual(LABEL);
    expect(await other.having('ab')).toBe(1);
  });

  test('costs one read and no write when nothing is left', async () => {
    const { cloud, label, having } = await someLabelled(PAGE, ['ab']);
    await label('ab').set(deleted());
    expect(await clear(cloud)).toEqual({ removed: PAGE, failures: 0 });
    expect(await having('ab')).toBe(0);
    cloud.operations.reset();
    expect(await clear(cloud)).toEqual({ removed: 0, failures: 0 });
    expect(cloud.operations).toMatchObject({ reads: 1, writes: 0 });
  });

  test('makes room for other labels in a full conversation', async () => {
    const full = Array.from({ length: LABELS_MAX }, (_, index) => `l${index.toString(36)}`);
    const { cloud, label, all } = await someLabelled(1, full);
    await Promise.all([label('l0').set(deleted()), label('l1').set(deleted())]);
    await clear(cloud);
    expect((await all())[0]?.labels).toEqual(full.slice(2));
  });

  test('leaves a label alone for an hour, and for good once its deletion is undone', async () => {
    const { cloud, label, having } = await someLabelled(3, ['ab', 'cd']);
    await Promise.all([label('ab').set(deleted(HOUR_MS - 60_000)), label('cd').set(LABEL)]);
    expect(await clear(cloud)).toEqual({ removed: 0, failures: 0 });
    await label('ab').set(LABEL);
    cloud.advance(10 * HOUR_MS);
    expect(await clear(cloud)).toEqual({ removed: 0, failures: 0 });
    expect([await having('ab'), await having('cd')]).toEqual([3, 3]);
  });

  test.each([
    ['restored', LABEL],
    ['deleted again', deleted(0)],
  ])('stops at a label that is %s during the run', async (_, changed) => {
    const { cloud, label, having } = await someLabelled(PAGE + 20, ['ab', 'cd']);
    await Promise.all([label('ab').set(deleted(3 * HOUR_MS)), label('cd').set(deleted())]);
    for await (const __ of clearLabels(cloud)) {
      // After the first page of the first one.
      if ((await having('ab')) === 20) await Promise.all([label('ab').set(changed), label('cd').set(changed)]);
    }
    expect([await having('ab'), await having('cd')]).toEqual([20, PAGE + 20]);
    expect((await label('ab').get()).data()).toEqual(changed);
    expect((await label('cd').get()).data()).toEqual(changed);
  });

  test.each([
    { commits: 0, isAnswerLost: false, left: 2 * PAGE + 20 },
    { commits: 0, isAnswerLost: true, left: PAGE + 20 },
    { commits: 1, isAnswerLost: false, left: PAGE + 20 },
    { commits: 2, isAnswerLost: false, left: 20 },
    { commits: 2, isAnswerLost: true, left: 0 },
  ])(
    'is finished by the next run if one ends with $left left, last answer lost: $isAnswerLost',
    async ({ commits, isAnswerLost, left }) => {
      const { cloud, db, label, having } = await someLabelled(2 * PAGE + 20, ['ab']);
      await label('ab').set(deleted());
      const store = breakAfter(db, commits, { isAnswerLost });
      // The process is gone: it doesn't come to the next page.
      for await (const page of clearLabels(cloud)) if ('failure' in page) break;
      store.mend();
      expect(await having('ab')).toBe(left);
      expect(await clear(cloud)).toEqual({ removed: left, failures: 0 });
      expect(await having('ab')).toBe(0);
      expect((await label('ab').get()).data()).toEqual({ clearedAt: expect.any(Timestamp) });
    },
  );

  test('continues with the next label after one that fails', async () => {
    const { cloud, db, label, having } = await someLabelled(3, ['ab', 'cd']);
    await Promise.all([label('ab').set(deleted(3 * HOUR_MS)), label('cd').set(deleted())]);
    const wire = db as unknown as { request(method: string, body: unknown, ...rest: unknown[]): Promise<unknown> };
    const request = wire.request.bind(wire);
    wire.request = (method, body, ...rest) =>
      method === 'commit' && JSON.stringify(body).includes('/labels/ab"')
        ? Promise.reject(new Error('it cannot be cleared'))
        : request(method, body, ...rest);
    expect(await clear(cloud)).toEqual({ removed: 3, failures: 1 });
    wire.request = request;
    expect([await having('ab'), await having('cd')]).toEqual([3, 0]);
    expect(await clear(cloud)).toEqual({ removed: 3, failures: 0 });
  });

  test('loses no message that arrives meanwhile', async () => {
    const { cloud, managerId, label, all } = await someLabelled(3, ['ab']);
    await label('ab').set(deleted());
    const table = await openTestCloud().tables();
    const writing = Promise.all(
      [0, 1, 2].map((index) => addMessage(table, managerId, idOf(index), { sender: VISITOR, text: 'Are you there?' })),
    );
    const [{ failures }] = await Promise.all([clear(cloud), writing]);
    expect(failures).toBe(0);
    for (const conversation of await all()) expect(conversation).toMatchObject({ labels: [], messageCount: 2, unread: 2 });
  });
});
