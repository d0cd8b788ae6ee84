import { describe, expect, it } from 'vitest';
import { keyAct, type Press } from './keys.ts';

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
    expect(keyAct(press('j'), 'row')).toBe('next');
    expect(keyAct(press('e'), 'elsewhere')).toBe('close');
    expect(keyAct(press('?'), 'nowhere')).toBe('help');
    expect(keyAct(press('!'), 'row')).toBe('spam');
    expect(keyAct(press('4'), 'nowhere')).toBe('to requests');
    expect(keyAct(press('q'), 'row')).toBeNull();
  });

  it('is text while somebody writes, but for Escape', () => {
    expect(keyAct(press('e'), 'field')).toBeNull();
    expect(keyAct(press('Escape'), 'field')).toBe('back');
    expect(keyAct(press('Escape', { isComposing: true }), 'field')).toBeNull();
  });

  it('belongs to a dialog that is open', () => {
    for (const key of ['Escape', 'j', 's']) expect(keyAct(press(key), 'dialog')).toBeNull();
  });

  it('is the browser’s with a modifier', () => {
    expect(keyAct(press('r', { metaKey: true }), 'row')).toBeNull();
    expect(keyAct(press('ArrowDown', { altKey: true }), 'row')).toBeNull();
    expect(keyAct(press('я', { code: 'KeyZ', ctrlKey: true }), 'row')).toBeNull();
  });

  it.each([
    ['Cyrillic', 'о', 'ю'],
    ['Greek', 'ξ', '.'],
    ['Hebrew', 'ח', 'ץ'],
    ['Arabic', 'ت', 'ز'],
  ])('acts on a %s layout by its place', (_, j, stop) => {
    expect(keyAct(press(j, { code: 'KeyJ' }), 'row')).toBe('next');
    expect(keyAct(press(stop, { code: 'Period' }), 'row')).toBe('more');
    expect(keyAct(press('٤', { code: 'Digit4' }), 'nowhere')).toBe('to requests');
    expect(keyAct(press('؟', { code: 'Slash', shiftKey: true }), 'nowhere')).toBe('help');
    expect(keyAct(press(j, { code: 'KeyJ' }), 'field')).toBeNull();
    expect(keyAct(press(j, { code: 'KeyJ', isComposing: true }), 'row')).toBeNull();
    expect(keyAct(press(j, { code: 'KeyJ', keyCode: 229 }), 'row')).toBeNull();
  });

  it('acts when AltGr is what types it, and is text when AltGr types a letter', () => {
    const altGraph = { ctrlKey: true, altKey: true, getModifierState: () => true };
    expect(keyAct(press('!', { code: 'KeyY', ...altGraph }), 'row')).toBe('spam');
    expect(keyAct(press('ω', { code: 'KeyE', ...altGraph }), 'row')).toBeNull();
  });

  it('acts with Caps Lock', () => {
    expect(keyAct(press('J', { code: 'KeyJ' }), 'row')).toBe('next');
  });

  it('scrolls the messages when they have the focus, and moves in the list otherwise', () => {
    expect(keyAct(press('ArrowDown'), 'elsewhere')).toBeNull();
    expect(keyAct(press('ArrowDown'), 'row')).toBe('next');
    expect(keyAct(press('ArrowUp'), 'nowhere')).toBe('previous');
    expect(keyAct(press('j'), 'elsewhere')).toBe('next');
  });
});
