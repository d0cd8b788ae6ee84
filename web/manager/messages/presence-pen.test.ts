import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPresencePen, PRESENCE_GAP_MS, type PresenceMarks } from './presence-pen.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a manager’s presence', () => {
  it('is told at once, and then not before the gap is over', async () => {
    const write = vi.fn(async (_: PresenceMarks) => {});
    const pen = createPresencePen(write);
    for (let key = 0; key < 5; key++) {
      pen.mark({ typing: true });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(write).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(PRESENCE_GAP_MS);
    expect(write).toHaveBeenCalledTimes(2);
  });

  it('is told in one write when reading and typing come together, and the last word on typing counts', async () => {
    const write = vi.fn(async (_: PresenceMarks) => {});
    const pen = createPresencePen(write);
    pen.mark({ read: true });
    pen.mark({ typing: true });
    pen.mark({ typing: null });
    await vi.runAllTimersAsync();
    expect(write.mock.calls).toEqual([[{ read: true, typing: null }]]);
  });

  it('repeats a refused read mark once by itself, then with the next one, and no typing', async () => {
    const write = vi.fn<(marks: PresenceMarks) => Promise<void>>(async () => {});
    write.mockRejectedValueOnce(new Error('too soon')).mockRejectedValueOnce(new Error('too soon'));
    const pen = createPresencePen(write);
    pen.mark({ read: true, typing: true });
    await vi.runAllTimersAsync();
    pen.mark({ typing: null });
    await vi.runAllTimersAsync();
    expect(write.mock.calls.slice(1)).toEqual([[{ read: true }], [{ read: true, typing: null }]]);
  });

  it('is not told after the conversation was left', async () => {
    const write = vi.fn(async (_: PresenceMarks) => {});
    const pen = createPresencePen(write);
    pen.mark({ typing: true });
    pen.close();
    await vi.runAllTimersAsync();
    expect(write).not.toHaveBeenCalled();
  });
});
