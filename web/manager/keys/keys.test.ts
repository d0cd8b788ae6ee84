import { describe, expect, it } from 'vitest';
import { archive } from '../acts/archive.ts';
import { markRead, markUnread } from '../acts/mark-unread.ts';
import { ACTS } from '../acts/register.ts';
import { spam } from '../acts/spam.ts';
import { unarchive } from '../acts/unarchive.ts';
import { labelView, NAMED_VIEWS } from '../conversations/view.ts';
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
  it('with Shift marks as read or unread, and without it moves', () => {
    expect(meaningOf(press('U', { shiftKey: true, code: 'KeyU' }), 'row')).toEqual({ acts: [markUnread] });
    expect(meaningOf(press('Ш', { shiftKey: true, code: 'KeyI' }), 'row')).toEqual({ acts: [markRead] });
    expect(meaningOf(press('u'), 'row')).toEqual({ move: 'fresh' });
  });

  it('opens each named list, and none of a label', () => {
    expect(NAMED_VIEWS.map(viewKey).join('')).toBe('123456789');
    expect(meaningOf(press('7'), 'row')).toEqual({ view: 'waiting' });
    expect(viewKey(labelView('x7'))).toBeUndefined();
  });

  it('acts in the list and next to it', () => {
    expect(meaningOf(press('j'), 'row')).toEqual({ move: 'next' });
    expect(meaningOf(press('e'), 'elsewhere')).toEqual({ acts: [archive, unarchive] });
    expect(meaningOf(press('?'), 'nowhere')).toEqual({ move: 'help' });
    expect(meaningOf(press('!'), 'row')).toEqual({ acts: [spam] });
    expect(meaningOf(press('/'), 'elsewhere')).toEqual({ move: 'search' });
    expect(meaningOf(press('4'), 'nowhere')).toEqual({ view: 'requests' });
    expect(meaningOf(press('q'), 'row')).toBeNull();
  });

  it('is text while the manager types, except for Escape', () => {
    expect(meaningOf(press('e'), 'field')).toBeNull();
    expect(meaningOf(press('Escape'), 'field')).toEqual({ move: 'back' });
    expect(meaningOf(press('Escape', { isComposing: true }), 'field')).toBeNull();
  });

  it('belongs to the dialog while one is open', () => {
    for (const key of ['Escape', 'j', 's']) expect(meaningOf(press(key), 'dialog')).toBeNull();
  });

  it('is the browser’s if pressed with a modifier', () => {
    expect(meaningOf(press('r', { metaKey: true }), 'row')).toBeNull();
    expect(meaningOf(press('ArrowDown', { altKey: true }), 'row')).toBeNull();
    expect(meaningOf(press('я', { code: 'KeyZ', ctrlKey: true }), 'row')).toBeNull();
  });

  it.each([
    ['Cyrillic', 'о', 'ю'],
    ['Greek', 'ξ', '.'],
    ['Hebrew', 'ח', 'ץ'],
    ['Arabic', 'ت', 'ز'],
  ])('acts on a %s layout by its position', (_, j, stop) => {
    expect(meaningOf(press(j, { code: 'KeyJ' }), 'row')).toEqual({ move: 'next' });
    expect(meaningOf(press(stop, { code: 'Period' }), 'row')).toEqual({ move: 'more' });
    expect(meaningOf(press('٤', { code: 'Digit4' }), 'nowhere')).toEqual({ view: 'requests' });
    expect(meaningOf(press('؟', { code: 'Slash', shiftKey: true }), 'nowhere')).toEqual({ move: 'help' });
    expect(meaningOf(press('ظ', { code: 'Slash' }), 'row')).toEqual({ move: 'search' });
    expect(meaningOf(press('/', { code: 'Digit7', shiftKey: true }), 'row')).toEqual({ move: 'search' });
    expect(meaningOf(press(j, { code: 'KeyJ' }), 'field')).toBeNull();
    expect(meaningOf(press(j, { code: 'KeyJ', isComposing: true }), 'row')).toBeNull();
    expect(meaningOf(press(j, { code: 'KeyJ', keyCode: 229 }), 'row')).toBeNull();
  });

  it('acts if AltGr types its symbol, and is text if AltGr types a letter', () => {
    const altGraph = { ctrlKey: true, altKey: true, getModifierState: () => true };
    expect(meaningOf(press('!', { code: 'KeyY', ...altGraph }), 'row')).toEqual({ acts: [spam] });
    expect(meaningOf(press('ω', { code: 'KeyE', ...altGraph }), 'row')).toBeNull();
  });

  it('acts with Caps Lock', () => {
    expect(meaningOf(press('J', { code: 'KeyJ' }), 'row')).toEqual({ move: 'next' });
  });

  it('scrolls the messages if they have the focus, and moves in the list otherwise', () => {
    expect(meaningOf(press('ArrowDown'), 'elsewhere')).toBeNull();
    expect(meaningOf(press('ArrowDown'), 'row')).toEqual({ move: 'next' });
    expect(meaningOf(press('ArrowUp'), 'nowhere')).toEqual({ move: 'previous' });
    expect(meaningOf(press('j'), 'elsewhere')).toEqual({ move: 'next' });
  });

  it('selects rows, and everything only while a row has the focus', () => {
    expect(meaningOf(press('x'), 'row')).toEqual({ move: 'select' });
    expect(meaningOf(press('ArrowDown', { shiftKey: true }), 'row')).toEqual({ selects: 'next' });
    expect(meaningOf(press('ArrowUp', { shiftKey: true }), 'row')).toEqual({ selects: 'previous' });
    expect(meaningOf(press('ArrowDown', { shiftKey: true }), 'elsewhere')).toBeNull();
    expect(meaningOf(press('a', { ctrlKey: true }), 'row')).toEqual({ selects: 'all' });
    expect(meaningOf(press('ф', { code: 'KeyA', metaKey: true }), 'row')).toEqual({ selects: 'all' });
    for (const place of ['field', 'elsewhere', 'nowhere'] as const) expect(meaningOf(press('a', { ctrlKey: true }), place)).toBeNull();
  });

  it('opens the palette with Ctrl on any layout, also while the manager types', () => {
    for (const place of ['row', 'field', 'elsewhere', 'nowhere'] as const) {
      expect(meaningOf(press('k', { ctrlKey: true }), place)).toEqual({ move: 'palette' });
    }
    for (const key of ['л', 'ن', 'ל', 'κ'])
      expect(meaningOf(press(key, { code: 'KeyK', ctrlKey: true }), 'field')).toEqual({ move: 'palette' });
    expect(meaningOf(press('K', { code: 'KeyK', ctrlKey: true }), 'row')).toEqual({ move: 'palette' });
    for (const more of [{ shiftKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }, { keyCode: 229 }]) {
      expect(meaningOf(press('k', { ctrlKey: true, ...more }), 'field')).toBeNull();
    }
    expect(meaningOf(press('k', { ctrlKey: true }), 'dialog')).toBeNull();
    expect(meaningOf(press('k'), 'field')).toBeNull();
  });

  it('moves, opens a list or acts, and only one of these', () => {
    const keys = [...Object.values(MOVE_KEYS).flat(), ...NAMED_VIEWS.map(viewKey), ...new Set(ACTS.flatMap(({ key }) => key ?? []))];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
