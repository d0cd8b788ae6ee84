import { describe, expect, it } from 'vitest';
import { intentOf, isFar, shiftOf, sideOf } from './swipe-motion.ts';

const WIDTH = 374;

describe('a finger on a row', () => {
  it('presses until it has moved, then swipes or scrolls', () => {
    expect(intentOf(6, -8)).toBeNull();
    expect(intentOf(-14, 5)).toBe('swipe');
    expect(intentOf(11, 12)).toBe('scroll');
    expect(intentOf(12, -12)).toBe('scroll');
  });

  it('swipes to the start or end of the line, by writing direction', () => {
    expect(sideOf(40, false)).toBe('end');
    expect(sideOf(-40, false)).toBe('start');
    expect(sideOf(40, true)).toBe('start');
    expect(sideOf(-40, true)).toBe('end');
  });

  it('pulls the row along until the swipe counts, and then less and less', () => {
    expect(shiftOf(60, WIDTH, true)).toBe(60);
    expect(shiftOf(-60, WIDTH, true)).toBe(-60);
    expect(isFar(60, WIDTH)).toBe(false);
    expect(isFar(-100, WIDTH)).toBe(true);
    const pulled = [100, 150, 200, 300].map((dx) => shiftOf(dx, WIDTH, true));
    expect(pulled).toEqual(pulled.toSorted((one, other) => one - other));
    expect(shiftOf(1000, WIDTH, true)).toBeLessThan(180);
  });

  it('hardly moves a row without an action on that side', () => {
    expect(shiftOf(30, WIDTH, false)).toBeLessThan(15);
    expect(shiftOf(-1000, WIDTH, false)).toBeGreaterThan(-72);
  });
});
