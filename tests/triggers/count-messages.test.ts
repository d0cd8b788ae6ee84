import { monthOf } from '@foyer/domain/days';
import type { DayStatistics } from '@foyer/domain/statistics';
import { countMessages } from '@foyer/functions/statistics/count-messages';
import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { describe, expect, test } from 'vitest';
import { breakAfter } from '../support/break-after.ts';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { fromManager, fromVisitor } from '../support/conversation.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Each test has its own year in the past: what other tests write is later, and what it writes is over for the next one. */
let year = 2001;

/** A manager in the middle of a year, with nothing counted since its start. */
async function someYear() {
  year++;
  let now = Date.UTC(year, 5, 15, 12);
  const openCloud = () => openTestCloud({ now: () => now });
  const cloud = openCloud();
  const db = await cloud.firestore();
  const table = await cloud.tables();
  const begin = { at: Timestamp.fromMillis(Date.UTC(year, 0, 1)), path: '' };
  await table.job('countMessages').set(begin);
  const { managerId } = await someManager(cloud);
  const days = async (id = managerId): Promise<Record<string, DayStatistics>> => {
    const months = [4, 5].map((month) => monthOf(new Date(Date.UTC(year, month, 1)).toISOString()));
    const found = await Promise.all(months.map(async (month) => [month, (await table.statistics(id, month).get()).data()] as const));
    return Object.fromEntries(
      found.flatMap(([month, data]) => Object.entries(data?.days ?? {}).map(([day, counted]) => [`${month}-${day}`, counted])),
    );
  };
  return {
    cloud,
    openCloud,
    db,
    table,
    managerId,
    begin,
    at: (ms: number) => now - ms,
    advance: (ms: number) => {
      now += ms;
    },
    days,
    /** Messages and replies by day, without the rest. */
    async sums(id = managerId) {
      return Object.fromEntries(Object.entries(await days(id)).map(([day, { messages, replies }]) => [day, { messages, replies }]));
    },
    waits: async () => ((await table.waits(managerId).get()).data()?.waits ?? []).map(({ waitedMs }) => waitedMs / MINUTE_MS),
    replyTime: async () => (await table.manager(managerId).get()).data()?.replyTime,
    /** Writes a conversation given as letters, `v` and `m`, each with its minutes before now. */
    async say(letters: string, minutesAgo: readonly number[], conversationId = nanoid()): Promise<string> {
      await Promise.all(
        [...letters].map((letter, index) =>
          table
            .message(managerId, conversationId, nanoid())
            .set((letter === 'v' ? fromVisitor : fromManager)('Words', Timestamp.fromMillis(now - (minutesAgo[index] ?? 0) * MINUTE_MS))),
        ),
      );
      return conversationId;
    },
  };
}

const dayName = (ms: number) => new Date(ms).toISOString().slice(0, 10);

describe('the messages of a day', () => {
  test('are counted once by sender, however often it runs', async () => {
    const { cloud, say, sums, waits, at } = await someYear();
    await say('vvmv', [300, 290, 200, 100]);
    await say('vm', [28 * 60, 27 * 60]);
    expect(await countMessages(cloud)).toBe(6);
    const expected = { [dayName(at(DAY_MS))]: { messages: 1, replies: 1 }, [dayName(at(0))]: { messages: 3, replies: 1 } };
    expect(await sums()).toEqual(expected);
    for (let run = 0; run < 3; run++) expect(await countMessages(cloud)).toBe(0);
    expect(await sums()).toEqual(expected);
    expect(await waits()).toEqual([60, 100]);
  });

  test("are counted by the day in the manager's time zone", async () => {
    const { cloud, table, managerId, say, sums, at } = await someYear();
    await table.manager(managerId).update({ 'profile.timeZone': 'Pacific/Auckland' });
    // Noon in London is midnight there: half an hour before, and half an hour after the previous midnight.
    await say('vv', [30, 24 * 60 - 30]);
    await countMessages(cloud);
    expect(await sums()).toEqual({ [dayName(at(0))]: { messages: 2, replies: 0 } });
  });

  test('are counted two minutes after they were sent', async () => {
    const { cloud, say, sums, at, advance } = await someYear();
    await say('v', [1]);
    expect(await countMessages(cloud)).toBe(0);
    advance(2 * MINUTE_MS);
    expect(await countMessages(cloud)).toBe(1);
    expect(await sums()).toEqual({ [dayName(at(0))]: { messages: 1, replies: 0 } });
  });

  test('are counted once if many have the same time and pages end between them', async () => {
    for (const page of [1, 2, 3, 7]) {
      const { cloud, say, sums, at, advance } = await someYear();
      for (let index = 0; index < 5; index++) await say('vvv', [60, 60, 60]);
      expect(await countMessages(cloud, page)).toBe(15);
      advance(HOUR_MS);
      expect(await countMessages(cloud, page)).toBe(0);
      expect(await sums(), `pages of ${page}`).toEqual({ [dayName(at(0))]: { messages: 15, replies: 0 } });
    }
  });

  test('are counted once wherever it is cut off, whether or not the last commit was stored', async () => {
    for (const isAnswerLost of [false, true]) {
      for (let commits = 0; commits < 5; commits++) {
        const { cloud, db, say, sums, waits, at } = await someYear();
        await say('vvmvvm', [300, 290, 280, 270, 260, 250]);
        await say('vmvm', [300, 240, 230, 120]);
        const store = breakAfter(db, commits, { isAnswerLost });
        await expect(countMessages(cloud, 2)).rejects.toThrow('ended here');
        store.mend();
        await countMessages(cloud, 2);
        expect(await sums(), `after ${commits} commits`).toEqual({ [dayName(at(0))]: { messages: 6, replies: 4 } });
        expect((await waits()).sort((one, other) => one - other)).toEqual([20, 20, 60, 110]);
      }
    }
  });

  test('are counted once by five simultaneous runs, even by the first ones ever', async () => {
    for (const isFirst of [false, true]) {
      const { openCloud, table, say, sums, waits, at } = await someYear();
      if (isFirst) await table.job('countMessages').delete();
      for (let index = 0; index < 6; index++) await say('vm', [300, 240]);
      await Promise.all(Array.from({ length: 5 }, () => countMessages(openCloud(), 4)));
      await countMessages(openCloud(), 4);
      expect(await sums()).toEqual({ [dayName(at(0))]: { messages: 6, replies: 6 } });
      expect(await waits()).toEqual([60, 60, 60, 60, 60, 60]);
    }
  });

  test('are skipped if their manager is gone, and the others are counted', async () => {
    const { cloud, table, managerId, say, sums, at } = await someYear();
    const gone = nanoid();
    await table.message(gone, nanoid(), nanoid()).set(fromVisitor('x', Timestamp.fromMillis(at(HOUR_MS))));
    await say('v', [30]);
    await countMessages(cloud, 1);
    expect(await sums(gone)).toEqual({});
    expect(await sums(managerId)).toEqual({ [dayName(at(0))]: { messages: 1, replies: 0 } });
  });

  test('cost a read each, and nothing without messages; no id of a conversation stays', async () => {
    const { cloud, table, say, begin, advance } = await someYear();
    cloud.operations.reset();
    expect(await countMessages(cloud)).toBe(0);
    expect(cloud.operations).toMatchObject({ reads: 2, writes: 0 });
    await say('vvvv', [40, 30, 20, 10]);
    cloud.operations.reset();
    await countMessages(cloud);
    // The messages, the place and the manager; the month and the place.
    expect(cloud.operations).toMatchObject({ reads: 6, writes: 2 });
    const place = (await table.job('countMessages').get()).data();
    expect(place?.path).toBe(begin.path);
    advance(HOUR_MS);
    await say('vm', [9, 4]);
    cloud.operations.reset();
    await countMessages(cloud);
    // In addition: the conversation's previous messages and the waits; then the waits.
    expect(cloud.operations).toMatchObject({ reads: 6, writes: 3 });
  });
});

describe('first replies and hours', () => {
  test('are counted once by the day and hour in the manager’s time zone', async () => {
    const { cloud, table, managerId, say, days, at } = await someYear();
    await table.manager(managerId).update({ 'profile.timeZone': 'Europe/Berlin' });
    // 12:00 in UTC is 14:00 there; the second reply has no one waiting for it.
    await say('vvmm', [300, 290, 200, 190]);
    await say('vm', [28 * 60, 27 * 60]);
    await say('vm', [61, 1]);
    const [yesterday, today] = [dayName(at(DAY_MS)), dayName(at(0))];
    await countMessages(cloud);
    expect(await days()).toEqual({
      [yesterday]: { messages: 1, replies: 1, firstReplies: 1, waited: { '12': 1 }, hours: { '10': 1 } },
      [today]: { messages: 3, replies: 2, firstReplies: 1, waited: { '14': 1 }, hours: { '09': 2, '12': 1 } },
    });
  });

  test('add up over runs, and a run that stores nothing of them keeps them', async () => {
    const { cloud, say, days, at, advance } = await someYear();
    const conversation = await say('vm', [65, 5]);
    await countMessages(cloud);
    advance(HOUR_MS);
    await say('m', [5], conversation);
    await countMessages(cloud);
    advance(HOUR_MS);
    await say('vm', [4, 3]);
    await countMessages(cloud);
    expect(await days()).toEqual({
      [dayName(at(0))]: { messages: 2, replies: 3, firstReplies: 2, waited: { '1': 1, '12': 1 }, hours: { '10': 1, '13': 1 } },
    });
  });

  test('are marked as counted on days without any, and stay absent on days counted before', async () => {
    const { cloud, table, managerId, say, days, at } = await someYear();
    const [yesterday, today] = [dayName(at(DAY_MS)), dayName(at(0))];
    const before = { days: { [yesterday.slice(8)]: { messages: 4, replies: 2 } } };
    await table.statistics(managerId, monthOf(yesterday)).set(before);
    await say('m', [30]);
    await countMessages(cloud);
    expect(await days()).toEqual({ [yesterday]: { messages: 4, replies: 2 }, [today]: { messages: 0, replies: 1, firstReplies: 0 } });
  });

  test('count the hour that clocks repeat twice, and never the one they skip', async () => {
    const { cloud, table, managerId, days } = await someYear();
    await table.manager(managerId).update({ 'profile.timeZone': 'Europe/Berlin' });
    const year = Number(dayName(cloud.now()).slice(0, 4));
    // The last Sunday in March, on which 2:00 becomes 3:00.
    const sunday = new Date(Date.UTC(year, 2, 31));
    sunday.setUTCDate(31 - sunday.getUTCDay());
    const from = sunday.getTime() - 30 * MINUTE_MS;
    for (let hour = 0; hour < 4; hour++) {
      const sentAt = Timestamp.fromMillis(from + hour * HOUR_MS);
      await table.message(managerId, nanoid(), nanoid()).set(fromVisitor('Words', sentAt));
    }
    await countMessages(cloud);
    const march = (await table.statistics(managerId, `${year}-03`).get()).data();
    expect(march?.days[dayName(sunday.getTime()).slice(8)]?.hours).toEqual({ '00': 1, '01': 1, '03': 1, '04': 1 });
    expect(await days()).toEqual({});
  });

  test('are counted once wherever a run is cut off', async () => {
    for (const isAnswerLost of [false, true]) {
      for (let commits = 0; commits < 3; commits++) {
        const { cloud, db, say, days, at } = await someYear();
        await say('vvmvvm', [300, 290, 280, 270, 260, 250]);
        const store = breakAfter(db, commits, { isAnswerLost });
        await expect(countMessages(cloud, 2)).rejects.toThrow('ended here');
        store.mend();
        await countMessages(cloud, 2);
        expect((await days())[dayName(at(0))]).toMatchObject({ firstReplies: 2, waited: { '9': 2 }, hours: { '07': 4 } });
      }
    }
  });
});

describe('a reply', () => {
  test('ends a wait that began at the first unanswered message, in an earlier run', async () => {
    const { cloud, say, waits, advance } = await someYear();
    const conversation = await say('vmvv', [300, 290, 200, 100]);
    await countMessages(cloud, 3);
    expect(await waits()).toEqual([10]);
    advance(HOUR_MS);
    await say('mm', [30, 20], conversation);
    await countMessages(cloud, 1);
    expect(await waits()).toEqual([10, 230]);
  });

  test('to many messages ends a wait since the first of those that are checked', async () => {
    const { cloud, say, waits, advance } = await someYear();
    const minutes = Array.from({ length: 14 }, (_, index) => 140 - index * 10);
    const conversation = await say('v'.repeat(14), minutes);
    await countMessages(cloud);
    advance(HOUR_MS);
    await say('m', [60], conversation);
    await countMessages(cloud);
    // The tenth from the end: after fourteen unanswered messages the recorded wait is shorter than the real one.
    expect(await waits()).toEqual([100]);
  });

  test('adds a wait, and the last fifty are kept', async () => {
    const { cloud, say, waits } = await someYear();
    for (let index = 0; index < 60; index++) await say('vm', [600 - index, 500 - index]);
    await countMessages(cloud, 25);
    expect(await waits()).toEqual(Array(50).fill(100));
  });

  test('that is the fifth shows the reply time, and the page is not written while it stays true', async () => {
    const { cloud, table, managerId, say, replyTime, advance, at } = await someYear();
    for (let index = 0; index < 4; index++) await say('vm', [300, 290]);
    await countMessages(cloud);
    expect(await replyTime()).toBeUndefined();
    advance(HOUR_MS);
    await say('vm', [50, 10]);
    await countMessages(cloud);
    expect(await replyTime()).toMatchObject({ usually: 'hour' });
    expect((await replyTime())?.until.toMillis()).toBe(at(350 * MINUTE_MS) + 60 * DAY_MS);

    const before = (await table.manager(managerId).get()).updateTime;
    advance(DAY_MS);
    await say('vm', [20, 10]);
    await countMessages(cloud);
    expect((await table.manager(managerId).get()).updateTime).toEqual(before);

    advance(10 * DAY_MS);
    for (let index = 0; index < 5; index++) await say('vm', [20, 10]);
    await countMessages(cloud);
    expect((await replyTime())?.until.toMillis()).toBe(at(10 * MINUTE_MS) + 60 * DAY_MS);

    advance(DAY_MS);
    for (let index = 0; index < 12; index++) await say('vm', [20 * 60, 10]);
    await countMessages(cloud);
    expect((await replyTime())?.usually).toBe('day');
  });

  test('that came too late for the shown reply time removes it', async () => {
    const { cloud, say, replyTime, advance } = await someYear();
    for (let index = 0; index < 5; index++) await say('vm', [90, 80]);
    await countMessages(cloud);
    expect((await replyTime())?.usually).toBe('hour');
    advance(8 * DAY_MS);
    for (let index = 0; index < 20; index++) await say('vm', [7 * 24 * 60, 5]);
    await countMessages(cloud);
    expect(await replyTime()).toBeNull();
    advance(HOUR_MS);
    await say('v', [5]);
    await countMessages(cloud);
    expect(await replyTime()).toBeNull();
  });
});
