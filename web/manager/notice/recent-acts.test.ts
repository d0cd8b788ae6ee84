import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dismissNotice, notice, say } from './notice.ts';
import { recentActs, sayDone, takeBack, undoLatest } from './recent-acts.ts';
import { textOf } from './sentence.ts';

beforeEach(() => {
  recentActs.value = [];
  dismissNotice();
});

describe('undo', () => {
  it('goes back act by act, also without a notice, then reports nothing to undo', () => {
    const [first, second] = [vi.fn(), vi.fn()];
    sayDone('Archived Mina.', first);
    sayDone({ name: 'Tom', write: (name) => `Muted ${name}.` }, second);
    expect(notice.value && textOf(notice.value.sentence)).toBe('Muted Tom.');
    undoLatest();
    expect([first, second].map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
    expect(notice.value).toBeNull();
    undoLatest();
    expect(first).toHaveBeenCalledOnce();
    undoLatest();
    expect(notice.value?.sentence).toBe('Nothing to undo.');
    expect(second).toHaveBeenCalledOnce();
  });

  it('undoes what the current notice offers before any act', () => {
    const [act, removal] = [vi.fn(), vi.fn()];
    sayDone('Archived Mina.', act);
    say('A picture is removed.', removal);
    undoLatest();
    expect(removal).toHaveBeenCalledOnce();
    expect(act).not.toHaveBeenCalled();
  });

  it('keeps the last 20 acts, each undone at most once', () => {
    const undo = vi.fn();
    for (let index = 1; index <= 25; index++) sayDone(`${index}`, undo);
    expect(recentActs.value.map(({ sentence }) => sentence)).toEqual(Array.from({ length: 20 }, (_, index) => `${25 - index}`));
    const oldest = recentActs.value.at(-1);
    if (oldest) {
      takeBack(oldest);
      takeBack(oldest);
    }
    expect(undo).toHaveBeenCalledOnce();
    expect(recentActs.value).toHaveLength(19);
  });
});
