import { expect, test } from 'vitest';
import { nameSize, nameWidths } from './name-size.ts';

test.each(['Ada Moreau', 'Tomas Lindqvist', 'Bo', '村上 春樹', 'ليلى حداد'])('shows %s at full size', (name) => {
  expect(nameSize(name)).toBe('s');
});

test.each(['Alexandra Papadopoulou', 'Anne-Sophie Vandenbroucke'])('shows %s on two lines', (name) => {
  expect(nameSize(name)).toBe('m');
});

test.each(['Maximiliane Freifrau von Hohenstein-Schwarzenberg', 'Donaudampfschifffahrtsgesellschaftskapitänswitwe'])(
  'shows %s small',
  (name) => {
    expect(nameSize(name)).toBe('l');
  },
);

test('counts narrow letters half, broad letters more and square characters twice', () => {
  expect(nameWidths('Ada Moreau')).toEqual({ word: 6.5, whole: 10 });
  expect(nameWidths('Anne-Sophie Li')).toEqual({ word: 5.5, whole: 12 });
  expect(nameWidths('村上 春樹')).toEqual({ word: 4, whole: 8.5 });
  expect(nameWidths('i')).toEqual({ word: 1, whole: 1 });
});
