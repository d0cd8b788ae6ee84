import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Drafts, NO_DRAFTS } from './compare-drafts.ts';
import { PACE_MS, syncDrafts } from './draft-sync.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const reply = (text: string): Drafts => ({ reply: text, note: '' });

async function someSync(stored: Drafts | 'unknown', here = NO_DRAFTS, known = NO_DRAFTS) {
  const state = { here, known, isOnline: true };
  const [store, offer] = [vi.fn(), vi.fn()];
  const take = vi.fn((taken: Drafts) => {
    state.here = taken;
  });
  const sync = syncDrafts({
    here: () => state.here,
    known: {
      read: () => state.known,
      write: (next) => {
        state.known = next;
      },
    },
    load: () => (stored === 'unknown' ? Promise.reject(new Error('offline')) : Promise.resolve(stored)),
    store,
    take,
    offer,
    isOnline: () => state.isOnline,
  });
  await vi.advanceTimersByTimeAsync(0);
  const type = (text: string) => {
    state.here = reply(text);
    sync.changed();
  };
  return { state, sync, store, take, offer, type };
}

it('stores once in five seconds while someone types, and once when it is left', async () => {
  const { type, store, sync } = await someSync(NO_DRAFTS);
  for (let second = 0; second < 20; second++) {
    type('x'.repeat(second + 1));
    vi.advanceTimersByTime(1000);
  }
  expect(store.mock.calls.length).toBeLessThanOrEqual(20_000 / PACE_MS);
  type('and the end');
  sync.close();
  expect(store).toHaveBeenLastCalledWith(reply('and the end'));
  const writes = store.mock.calls.length;
  vi.advanceTimersByTime(60_000);
  expect(store).toHaveBeenCalledTimes(writes);
});

it('removes a sent draft immediately, and writes nothing if it was never stored', async () => {
  const { type, store } = await someSync(NO_DRAFTS);
  type('Hello');
  type('');
  expect(store).not.toHaveBeenCalled();
  type('Hello');
  vi.advanceTimersByTime(PACE_MS);
  type('');
  expect(store.mock.calls).toEqual([[reply('Hello')], [NO_DRAFTS]]);
});

it('takes the draft of another device where nothing is typed', async () => {
  const { take, store, sync } = await someSync(reply('From the phone'));
  expect(take).toHaveBeenCalledWith(reply('From the phone'));
  sync.close();
  expect(store).not.toHaveBeenCalled();
});

it('does not store a draft again that another device sent', async () => {
  const { store, sync, state } = await someSync(NO_DRAFTS, reply('Sent elsewhere'), reply('Sent elsewhere'));
  sync.close();
  expect(store).not.toHaveBeenCalled();
  expect(state.here).toEqual(reply('Sent elsewhere'));
});

it('offers it where something is typed, and stores nothing over it until that is decided', async () => {
  const { offer, take, store, type, sync } = await someSync(reply('From the phone'), reply('Dear'));
  expect(offer).toHaveBeenCalledWith(reply('From the phone'));
  expect(take).not.toHaveBeenCalled();
  type('Dear Mina');
  vi.advanceTimersByTime(PACE_MS);
  expect(store).not.toHaveBeenCalled();
  sync.overwrite();
  expect(store).toHaveBeenCalledWith(reply('Dear Mina'));
});

it('keeps typed text here while the stored drafts are unknown', async () => {
  const { type, store, sync } = await someSync('unknown');
  type('On the train');
  vi.advanceTimersByTime(PACE_MS);
  sync.close();
  expect(store).not.toHaveBeenCalled();
});

it('queues no writes while it is offline, but the last one', async () => {
  const { state, type, store, sync } = await someSync(NO_DRAFTS);
  state.isOnline = false;
  for (let count = 1; count < 9; count++) {
    type('x'.repeat(count));
    vi.advanceTimersByTime(PACE_MS);
  }
  expect(store).not.toHaveBeenCalled();
  sync.close();
  expect(store).toHaveBeenCalledTimes(1);
});
