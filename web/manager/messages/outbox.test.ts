import { describe, expect, it, vi } from 'vitest';
import type { ThreadMessage } from './feed.ts';
import { createOutbox, withFailed } from './outbox.ts';

function makeStorage(kept: Record<string, string> = {}) {
  const entries = new Map(Object.entries(kept));
  return {
    entries,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));
const stored = (id: string, delivery: ThreadMessage['delivery'] = 'sent'): ThreadMessage => ({
  id,
  sender: 'manager',
  text: 'x',
  createdAt: 1,
  delivery,
  place: null,
});

describe('a reply', () => {
  it('is kept until the server has it, and no longer', async () => {
    const storage = makeStorage();
    const sent = Promise.withResolvers<void>();
    const outbox = createOutbox('c', storage, () => sent.promise);
    outbox.send('Come on the 20th.');
    expect([...storage.entries.values()].join()).toContain('Come on the 20th.');
    sent.resolve();
    await settled();
    expect(storage.entries.size).toBe(0);
    expect(outbox.unsent.value).toEqual([]);
  });

  it('is shown as failed when it was refused, and can be sent again under the same id', async () => {
    const send = vi
      .fn<(message: { id: string; text: string }) => Promise<void>>()
      .mockRejectedValueOnce(new Error('denied'))
      .mockResolvedValue();
    const outbox = createOutbox('c', makeStorage(), send);
    outbox.send('Yes.');
    await settled();
    const [failed] = withFailed([], outbox.unsent.value);
    expect(failed).toMatchObject({ text: 'Yes.', delivery: 'failed', sender: 'manager' });
    outbox.retry(failed?.id ?? '');
    await settled();
    expect(send.mock.calls[1]).toEqual(send.mock.calls[0]);
    expect(outbox.unsent.value).toEqual([]);
  });

  it('can be taken back with its text', async () => {
    const outbox = createOutbox('c', makeStorage(), () => Promise.reject(new Error('denied')));
    outbox.send('Perhaps.');
    await settled();
    expect(outbox.takeBack(outbox.unsent.value[0]?.id ?? '')).toBe('Perhaps.');
    expect(outbox.unsent.value).toEqual([]);
  });

  it('that was on its way when the page was left is shown again only if it never arrived', async () => {
    const storage = makeStorage();
    const never = () => new Promise<void>(() => {});
    const before = createOutbox('c', storage, never);
    before.send('One.');
    before.send('Two.');
    const [one, two] = before.unsent.value.map(({ id }) => id) as [string, string];

    const after = createOutbox('c', storage, never);
    after.reconcile([stored(one)], false);
    expect(withFailed([], after.unsent.value)).toEqual([]);
    after.reconcile([stored(one), stored(two, 'sending')], true);
    expect(withFailed([], after.unsent.value)).toEqual([]);
    after.reconcile([stored(one)], true);
    expect(withFailed([stored(one)], after.unsent.value).map(({ id }) => id)).toEqual([one, two]);
  });

  it('survives broken storage', () => {
    const broken = {
      ...makeStorage({ 'foyer:outbox:c': '{no json' }),
      setItem: () => {
        throw new Error('full');
      },
    };
    const outbox = createOutbox('c', broken, () => new Promise(() => {}));
    outbox.send('Still here.');
    expect(outbox.unsent.value).toHaveLength(1);
  });
});
