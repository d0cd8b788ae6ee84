import { NEW_CODE_RATE } from '@foyer/domain/limits';
import { createApp } from '@foyer/functions/app';
import { purge } from '@foyer/functions/purge';
import { expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { report } from '../support/report.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const ROTATIONS = 1050;
const DAY_MS = 24 * 3600_000;

test('opens nothing with any old one of 1,050 codes, and a deletion leaves nothing behind', async () => {
  const cloud = openTestCloud();
  const app = createApp(cloud);
  const { slug, managerId } = await someManager(cloud);
  const table = await cloud.tables();
  const visitor = new Visitor(app.request);
  const codes = [newCode()];
  const { id } = (await visitor.start(slug, { code: codes[0] as string })).body.conversation;
  for (let count = 0; count < ROTATIONS; count++) {
    cloud.advance(NEW_CODE_RATE.refillMs);
    const code = newCode();
    expect((await visitor.replaceCode(id, code)).status, String(count)).toBe(204);
    codes.push(code);
  }
  const outcomes = [];
  for (const code of codes) outcomes.push((await new Visitor(app.request).resume(slug, code)).status);
  report('1,050 new codes of one conversation', { opened: outcomes.filter((status) => status === 200).length });
  expect(outcomes.slice(0, -1).every((status) => status === 404)).toBe(true);
  expect(outcomes.at(-1)).toBe(200);

  expect((await visitor.delete(id)).status).toBe(204);
  const keys = () => table.resumeKeys().where('conversationId', '==', id).get();
  expect((await keys()).docs.filter((key) => key.data().retiredAt === null)).toEqual([]);
  cloud.advance(31 * DAY_MS);
  await purge(cloud);
  expect((await keys()).size).toBe(0);
  expect((await table.messages(managerId, id).get()).size).toBe(0);
});
