import { describe, expect, it } from 'vitest';
import { extendedTo, NOTHING, SELECTED_MAX, selectionOf, toggled, withoutLeft } from './selected.ts';

const ORDER = ['a', 'b', 'c', 'd', 'e'];
const many = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);
const idsOf = ({ ids }: { ids: ReadonlySet<string> }) => [...ids].sort();

describe('a selection', () => {
  it('takes a conversation, and gives it back', () => {
    const one = toggled(NOTHING, 'b');
    expect(idsOf(one)).toEqual(['b']);
    expect(idsOf(toggled(one, 'b'))).toEqual([]);
  });

  it('extends from the last selected one, in both directions, and shrinks again', () => {
    const one = toggled(NOTHING, 'c');
    const down = extendedTo(one, 'e', ORDER);
    expect(idsOf(down)).toEqual(['c', 'd', 'e']);
    expect(idsOf(extendedTo(down, 'd', ORDER))).toEqual(['c', 'd']);
    expect(idsOf(extendedTo(down, 'a', ORDER))).toEqual(['a', 'b', 'c']);
  });

  it('keeps what was selected before the range', () => {
    const two = toggled(toggled(NOTHING, 'a'), 'd');
    const wide = extendedTo(two, 'e', ORDER);
    expect(idsOf(wide)).toEqual(['a', 'd', 'e']);
    expect(idsOf(extendedTo(wide, 'd', ORDER))).toEqual(['a', 'd']);
  });

  it('begins a range at the row with the focus if nothing was selected or the anchor has left', () => {
    expect(idsOf(extendedTo(NOTHING, 'c', ORDER, 'b'))).toEqual(['b', 'c']);
    expect(idsOf(extendedTo(toggled(NOTHING, 'gone'), 'c', ORDER, 'b'))).toEqual(['b', 'c', 'gone']);
    expect(idsOf(extendedTo(NOTHING, 'c', ORDER))).toEqual(['c']);
  });

  it('is unchanged by a range to a row that is not listed', () => {
    expect(idsOf(extendedTo(toggled(NOTHING, 'a'), 'gone', ORDER))).toEqual(['a']);
  });

  it('never has more than the maximum', () => {
    const ids = many(SELECTED_MAX + 20);
    expect(selectionOf(ids).ids.size).toBe(SELECTED_MAX);
    expect(toggled(selectionOf(ids), `${SELECTED_MAX}`).ids.size).toBe(SELECTED_MAX);
    const up = extendedTo(toggled(NOTHING, ids.at(-1) ?? ''), '0', ids);
    expect(up.ids.size).toBe(SELECTED_MAX);
    expect(up.ids.has('19')).toBe(false);
    expect(up.ids.has(`${SELECTED_MAX + 19}`)).toBe(true);
  });

  it('loses conversations that leave the list, but none that is not loaded yet', () => {
    const selected = selectionOf(['a', 'b', 'later']);
    const was = new Set(['a', 'b', 'c']);
    expect(idsOf(withoutLeft(selected, was, new Set(['b', 'c'])))).toEqual(['b', 'later']);
    expect(withoutLeft(selected, was, was)).toBe(selected);
    const range = extendedTo(withoutLeft(selected, was, new Set(['b', 'c'])), 'c', ['b', 'c'], 'c');
    expect(idsOf(range)).toEqual(['b', 'c', 'later']);
  });
});
