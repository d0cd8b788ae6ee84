import { expect, test } from 'vitest';
import { nameSize } from './name-size.ts';

test.each(['Ada Moreau', 'Tomas Lindqvist', 'Bo', '村上 春樹', 'ليلى حداد'])('%s is set at full size', (name) => {
  expect(nameSize(name)).toBe('s');
});

test.each(['Alexandra Papadopoulou', 'Anne-Sophie Vandenbroucke'])('%s is set on two lines', (name) => {
  expect(nameSize(name)).toBe('m');
});

test.each(['Maximiliane Freifrau von Hohenstein-Schwarzenberg', 'Donaudampfschifffahrtsgesellschaftskapitänswitwe'])(
  '%s is set small',
  (name) => {
    expect(nameSize(name)).toBe('l');
  },
);
