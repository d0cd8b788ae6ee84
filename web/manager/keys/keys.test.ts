import { describe, expect, it } from 'vitest';
import { archive } from '../acts/archive.ts';
import { ACTS } from '../acts/register.ts';
import { spam } from '../acts/spam.ts';
import { unarchive } from '../acts/unarchive.ts';
import { VIEW_ORDER } from '../conversations/view.ts';
import { MOVE_KEYS, meaningOf, type Press, viewKey } from './keys.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: '',
  shiftKey: false,
  keyCode: 0,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
});

describe('a key', () => {
  it('acts in the list and beside it', () => {
    expect(meaningOf(press('j'), 'row')).toEqual({ move: 'next' });
    expect(meaningOf(press('e'), 'elsewhere')).toEqual({ acts: [archive, unarchive] });
    expect(meaningOf(press('?'), 'nowhere')).toEqual({ move: 'help' });
    expect(meaningOf(press('!'), 'row')).toEqual({ acts: [spam] });
    expect(meaningOf(press('4'), 'nowhere')).toEqual({ view: 'requests' });
    expect(meaningOf(press('q'), 'row')).toBeNull();
  });

  it('is text while somebody writes, but for Escape', () => {
    expect(meaningOf(press('e'), 'field')).toBeNull();
    expect(meaningOf(press('Escape'), 'field')).toEqual({ move: 'back' });
    expect(meaningOf(press('Escape', { isComposing: true }), 'field')).toBeNull();
  });

  it('belongs to a dialog that is open', () => {
    for (const key of ['Escape', 'j', 's']) expect(meaningOf(press(key), 'dialog')).toBeNull();
  });

  it('is the browser’s with a modifier', () => {
    expect(meaningOf(press('r', { metaKey: true }), 'row')).toBeNull();
    expect(meaningOf(press('ArrowDown', { altKey: true }), 'row')).toBeNull();
    expect(meaningOf(press('я', { code: 'KeyZ', ctrlKey: true }), 'row')).toBeNull();
  });

  it.each([
    ['Cyrillic', 'о', 'ю'],
    ['Greek', 'ξ', '.'],
    ['Hebrew', 'ח', 'ץ'],
    ['Arabic', 'ت', 'ز'],
  ])('acts on a %s layout by its place', (_, j, stop) => {
    expect(meaningOf(press(j, { code: 'KeyJ' }), 'row')).toEqual({ move: 'next' });
    expect(meaningOf(press(stop, { code: 'Period' }), 'row')).toEqual({ move: 'more' });
    expect(meaningOf(press('٤', { code: 'Digit4' }), 'nowhere')).toEqual({ view: 'requests' });
    expect(meaningOf(press('؟', { code: 'Slash', shiftKey: true }), 'nowhere')).toEqual({ move: 'help' });
    expect(meaningOf(press(j, { code: 'KeyJ' }), 'field')).toBeNull();
    expect(meaningOf(press(j, { code: 'KeyJ', isComposing: true }), 'row')).toBeNull();
    expect(meaningOf(press(j, { code: 'KeyJ', keyCode: 229 }), 'row')).toBeNull();
  });

  it('acts when AltGr is what types it, and is text when AltGr types a letter', () => {
    const altGraph = { ctrlKey: true, altKey: true, getModifierState: () => true };
    expect(meaningOf(press('!', { code: 'KeyY', ...altGraph }), 'row')).toEqual({ acts: [spam] });
    expect(meaningOf(press('ω', { code: 'KeyE', ...altGraph }), 'row')).toBeNull();
  });

  it('acts with Caps Lock', () => {
    expect(meaningOf(press('J', { code: 'KeyJ' }), 'row')).toEqual({ move: 'next' });
  });

  it('scrolls the messages when they have the focus, and moves in the list otherwise', () => {
    expect(meaningOf(press('ArrowDown'), 'elsewhere')).toBeNull();
    expect(meaningOf(press('ArrowDown'), 'row')).toEqual({ move: 'next' });
    expect(meaningOf(press('ArrowUp'), 'nowhere')).toEqual({ move: 'previous' });
    expect(meaningOf(press('j'), 'elsewhere')).toEqual({ move: 'next' });
  });

  it('moves, goes to a list or acts: never two of these', () => {
    const keys = [...Object.values(MOVE_KEYS).flat(), ...VIEW_ORDER.map(viewKey), ...new Set(ACTS.flatMap(({ key }) => key ?? []))];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
