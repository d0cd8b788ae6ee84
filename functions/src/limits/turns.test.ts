import { describe, expect, test } from 'vitest';
import type { Network } from '../http/network.ts';
import { Problem } from '../http/problem.ts';
import { Door } from './door.ts';
import { INSTANCE_RATE, INSTANCE_READ_RATE, NETWORK_RATE, READ_RATE, VIEW_RATE, VIEWS_RATE } from './rates.ts';
import { keysMax, Turns } from './turns.ts';

const RATE = { burst: 3, refillMs: 1000 };

describe('turns taken together', () => {
  test('are all taken or none', () => {
    const turns = new Turns(100);
    for (let taken = 0; taken < 3; taken++) expect(turns.take([{ key: 'a', rate: RATE }], 5000)).toBe(0);
    expect(
      turns.take(
        [
          { key: 'b', rate: RATE },
          { key: 'a', rate: RATE },
        ],
        5000,
      ),
    ).toBe(1000);
    for (let taken = 0; taken < 3; taken++) expect(turns.take([{ key: 'b', rate: RATE }], 5000)).toBe(0);
  });

  test('report the longest wait among the used-up turns', () => {
    const turns = new Turns(100);
    const slow = { burst: 1, refillMs: 60_000 };
    expect(
      turns.take(
        [
          { key: 'a', rate: slow },
          { key: 'b', rate: { burst: 1, refillMs: 10 } },
        ],
        5000,
      ),
    ).toBe(0);
    expect(
      turns.take(
        [
          { key: 'b', rate: { burst: 1, refillMs: 10 } },
          { key: 'a', rate: slow },
        ],
        5000,
      ),
    ).toBe(60_000);
  });

  test('count by their weight', () => {
    const turns = new Turns(100);
    expect(turns.take([{ key: 'a', rate: RATE, weight: 2 }], 5000)).toBe(0);
    expect(turns.take([{ key: 'a', rate: RATE, weight: 2 }], 5000)).toBe(1000);
    expect(turns.take([{ key: 'a', rate: RATE }], 5000)).toBe(0);
  });
});

function isAdmitted(act: () => void): boolean {
  try {
    act();
    return true;
  } catch (cause) {
    if (cause instanceof Problem) return false;
    throw cause;
  }
}

const networkOf = (index: number): Network => ({
  narrow: `2001:db8:${index.toString(16)}::/64`,
  wide: `2001:db8:${(index >> 4).toString(16)}::/48`,
});

describe('a network that used up its turns', () => {
  type Act = (door: Door, network: Network, nowMs: number) => void;
  const ACTS: readonly (readonly [string, Act, typeof NETWORK_RATE])[] = [
    ['writes', (door, network, now) => door.admitWrite(network, now), NETWORK_RATE],
    ['views', (door, network, now) => door.admitView(network, now), VIEW_RATE],
    ['reads', (door, network, now) => door.admitRead(network, 1, now), READ_RATE],
  ];
  test.each(ACTS)(
    'is not forgotten for its %s, however many other networks send requests',
    (_, act, { burst, refillMs }) => {
      const door = new Door();
      const flooder = networkOf(0);
      for (let taken = 0; taken < burst; taken++) act(door, flooder, 0);
      let others = 0;
      let own = 0;
      // Every 20 ms ten other networks send a request, the most an instance accepts, until half of the flooder's turns are back.
      const until = (burst * refillMs) / 2;
      for (let now = 20; now <= until; now += 20) {
        for (let count = 0; count < 10; count++) isAdmitted(() => act(door, networkOf(++others), now));
        if (isAdmitted(() => act(door, flooder, now))) own++;
      }
      expect(own).toBeLessThanOrEqual(Math.ceil(until / refillMs));
    },
    60_000,
  );

  test('keeps its key as long as it needs one, within a few megabytes', () => {
    for (const [network, instance] of [
      [NETWORK_RATE, INSTANCE_RATE],
      [VIEW_RATE, VIEWS_RATE],
      [READ_RATE, INSTANCE_READ_RATE],
    ] as const) {
      const admitted = instance.burst + (network.burst * network.refillMs) / instance.refillMs;
      expect(keysMax(network, instance)).toBeGreaterThanOrEqual(2 * admitted);
      expect(keysMax(network, instance)).toBeLessThan(100_000);
    }
  });
});
