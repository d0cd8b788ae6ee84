import { HEARTBEAT_MS, SEEN_MS } from '@foyer/domain/limits';
import type { Availability } from '@foyer/domain/settings';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPresenceKeeper, type PresenceChange, type PresenceKeeper, type Status, type Stored } from './keep-presence.ts';

const HOUR_MS = 3600_000;

interface Document extends Stored {
  status?: Status | null;
}

/** The stored document, with the rules' limit of one write a second; every device hears of each change. */
function store(stored: Document = { seenAt: null, state: null }) {
  const writes: { at: number; change: PresenceChange }[] = [];
  const keepers: PresenceKeeper[] = [];
  let writtenAt = Number.NEGATIVE_INFINITY;
  return {
    writes,
    changes: () => writes.map(({ change }) => change),
    stored: () => stored,
    device(isOnline = () => true): PresenceKeeper {
      const keeper = createPresenceKeeper({
        isOnline,
        async write(change) {
          if (Date.now() - writtenAt < 1000) throw new Error('too soon');
          writtenAt = Date.now();
          writes.push({ at: writtenAt, change });
          const { isSeen, ...fields } = change;
          stored = { ...stored, ...fields, ...(isSeen === undefined ? {} : { seenAt: isSeen ? writtenAt : null }) };
          for (const each of keepers) each.heard(stored);
        },
      });
      keepers.push(keeper);
      keeper.heard(stored);
      return keeper;
    },
  };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const used = (availability: Availability = 'automatic') => ({ availability, isActive: true });
const idle = (availability: Availability = 'automatic') => ({ availability, isActive: false });

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a manager who uses a dashboard', () => {
  test('is seen immediately, and before each time expires, with at most 60 writes in an hour', async () => {
    const { device, writes } = store();
    device().want(used());
    await pass(HOUR_MS - 1);
    expect(writes[0]).toEqual({ at: expect.any(Number), change: { isSeen: true } });
    const gaps = writes.slice(1).map(({ at }, index) => at - (writes[index]?.at ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(SEEN_MS);
    expect(writes.length).toBeLessThanOrEqual(60);
  });

  test('is away when they stop using it, with one write', async () => {
    const { device, changes } = store();
    const keeper = device();
    keeper.want(used());
    await pass(10);
    keeper.want(idle());
    await pass(HOUR_MS);
    expect(changes()).toEqual([{ isSeen: true }, { isSeen: false }]);
  });

  test('says nothing before the settings are known, or in a tab that does not lead', async () => {
    const { device, writes } = store();
    device().want(null);
    await pass(HOUR_MS);
    expect(writes).toEqual([]);
  });

  test('is seen again as soon as the connection is back', async () => {
    let isOnline = false;
    const { device, changes } = store();
    const keeper = device(() => isOnline);
    keeper.want(used());
    await pass(HOUR_MS);
    expect(changes()).toEqual([]);
    isOnline = true;
    keeper.wake();
    await pass(10);
    expect(changes()).toEqual([{ isSeen: true }]);
  });

  test('takes a mark from an earlier day as old, whatever the clock says', async () => {
    const { device, changes } = store({ seenAt: 999_000, state: null });
    device().want(used());
    await pass(10);
    expect(changes()).toEqual([{ isSeen: true }]);
  });

  test('leaves nothing behind when they sign out', async () => {
    const { device, stored } = store();
    const keeper = device();
    keeper.want(used());
    await pass(5000);
    await keeper.leave();
    expect(stored()).toEqual({ seenAt: null, state: null });
  });
});

describe('a manager who chooses', () => {
  test.each(['away', 'do-not-disturb'] as const)('%s is not seen, and costs one write however long it lasts', async (availability) => {
    const { device, changes, stored } = store();
    const keeper = device();
    keeper.want(used());
    await pass(5000);
    keeper.want(used(availability));
    await pass(HOUR_MS);
    expect(changes().slice(1)).toEqual([{ state: availability, isSeen: false }]);
    keeper.want(used());
    await pass(10);
    expect(stored()).toEqual({ seenAt: expect.any(Number), state: null });
  });

  test('invisible leaves exactly what someone leaves who goes away', async () => {
    const [invisible, gone] = [store(), store()];
    for (const [{ device }, end] of [
      [invisible, used('invisible')],
      [gone, idle()],
    ] as const) {
      const keeper = device();
      keeper.want(used());
      await pass(5000);
      keeper.want(end);
      await pass(HOUR_MS);
    }
    expect(invisible.changes()).toEqual(gone.changes());
    expect(invisible.stored()).toEqual(gone.stored());
  });

  test('invisible from the start writes nothing, but removes what another device had said', async () => {
    const { device, changes } = store();
    device().want(used('invisible'));
    await pass(HOUR_MS);
    expect(changes()).toEqual([]);
    const other = store({ seenAt: 5, state: 'away' });
    other.device().want(used('invisible'));
    await pass(HOUR_MS);
    expect(other.changes()).toEqual([{ state: null, isSeen: false }]);
  });
});

describe('two devices', () => {
  test('that are both used write no more heartbeats than one', async () => {
    const { device, writes } = store();
    const [desk, phone] = [device(), device()];
    desk.want(used());
    await pass(20_000);
    phone.want(used());
    await pass(HOUR_MS - 20_001);
    expect(writes.length).toBeLessThanOrEqual(60);
  });

  test('stay seen when one of them is no longer used', async () => {
    const { device, stored } = store();
    const [desk, phone] = [device(), device()];
    desk.want(used());
    await pass(5000);
    phone.want(used());
    await pass(5000);
    desk.want(idle());
    await pass(5000);
    expect(stored().seenAt).not.toBeNull();
    await pass(HEARTBEAT_MS);
    expect(Date.now() - (stored().seenAt ?? 0)).toBeLessThan(SEEN_MS);
  });
});

describe('a status', () => {
  const status = { text: 'On a train', until: 5_000_000 };

  test('is written while the manager is invisible or away, without showing them', async () => {
    const { device, changes } = store();
    const keeper = device();
    keeper.want(used('invisible'));
    await Promise.all([keeper.setStatus(status), pass(10)]);
    expect(changes()).toEqual([{ status }]);
  });

  test('is tried again after a refusal, once the pace allows it', async () => {
    const { device, stored } = store();
    const [desk, phone] = [device(), device()];
    desk.want(used());
    await pass(1);
    const written = phone.setStatus(status);
    await pass(5000);
    await written;
    expect(stored().status).toEqual(status);
  });

  test('is given back if it is refused again and again', async () => {
    const keeper = createPresenceKeeper({ isOnline: () => true, write: () => Promise.reject(new Error('refused')) });
    const failed = keeper.setStatus(status).catch(() => 'failed');
    await pass(HOUR_MS);
    expect(await failed).toBe('failed');
  });
});
