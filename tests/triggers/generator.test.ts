import { expect, test } from 'vitest';
import { fillInbox } from '../../tools/generator/fill.ts';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { fullProfile } from '../support/full-profile.ts';

const FILLING = { conversations: 430, messages: 1300, seed: 3, nowMs: Date.UTC(2026, 10, 21, 15), years: 2 };

test('a generated inbox has every conversation and message once, also after it was filled again', async () => {
  const cloud = openTestCloud();
  const db = await cloud.firestore();
  const table = await cloud.tables();
  const { managerId } = await someManager(cloud, fullProfile('atelier'));
  const said: number[] = [];
  for (let run = 0; run < 2; run++) {
    await fillInbox(db, { ...FILLING, managerId, onProgress: ({ conversations }) => said.push(conversations) });
    const { docs } = await table.conversations(managerId).get();
    expect(docs).toHaveLength(FILLING.conversations);
    const counts = docs.map((doc) => doc.data().messageCount);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(FILLING.messages);
    const most = docs.reduce((one, other) => (other.data().messageCount > one.data().messageCount ? other : one));
    const messages = await table.messages(managerId, most.id).orderBy('createdAt').get();
    expect(messages.size).toBe(most.data().messageCount);
    expect(messages.docs.at(-1)?.id).toBe(most.data().lastMessage.id);
  }
  expect(said).toEqual([200, 400, 430, 200, 400, 430]);
});

test('an inbox of a manager who does not exist is not filled', async () => {
  const cloud = openTestCloud();
  await expect(fillInbox(await cloud.firestore(), { ...FILLING, managerId: 'nobody' })).rejects.toThrow('there is no manager nobody');
});
