import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dismissNotice, notice, say } from './notice.ts';
import { recentActs, sayDone, takeBack, undoLatest } from './recent-acts.ts';

beforeEach(() => {
  recentActs.value = [];
  dismissNotice();
});

describe('undo', () => {
  it('goes back act by act, also after the notice is gone, and then says that there is nothing', () => {
    const [first, second] = [vi.fn(), vi.fn()];
    sayDone('Archived Mina.', 'Mina', first);
    sayDone('Muted Tom.', 'Tom', second);
    expect(notice.value).toMatchObject({ text: 'Muted Tom.', about: 'Tom' });
    undoLatest();
    expect([first, second].map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
    expect(notice.value).toBeNull();
    undoLatest();
    expect(first).toHaveBeenCalledOnce();
    undoLatest();
    expect(notice.value?.text).toBe('Nothing to undo.');
    expect(second).toHaveBeenCalledOnce();
  });

  it('takes back what is offered on the screen before any act', () => {
    const [act, removal] = [vi.fn(), vi.fn()];
    sayDone('Archived Mina.', 'Mina', act);
    say('A picture is removed.', removal);
    undoLatest();
    expect(removal).toHaveBeenCalledOnce();
    expect(act).not.toHaveBeenCalled();
  });

  it('keeps the last 20, each to be undone once', () => {
    const undo = vi.fn();
    for (let index = 1; index <= 25; index++) sayDone(`Archived ${index}.`, `${index}`, undo);
    expect(recentActs.value.map(({ about }) => about)).toEqual(Array.from({ length: 20 }, (_, index) => `${25 - index}`));
    const oldest = recentActs.value.at(-1);
    if (oldest) {
      takeBack(oldest);
      takeBack(oldest);
    }
    expect(undo).toHaveBeenCalledOnce();
    expect(recentActs.value).toHaveLength(19);
  });
});
