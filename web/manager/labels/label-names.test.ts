import { AA, contrast, textOn } from '@foyer/domain/colour';
import { describe, expect, it } from 'vitest';
import type { KnownLabels } from '../conversations/known-labels.ts';
import { foldedName, freeLabelId, labelNamed, labelsLike } from './label-names.ts';
import { PALETTE } from './palette.ts';

const known: KnownLabels = new Map(
  ['Café', 'Portraits', 'Łódź'].map((name, index) => [`a${index}`, { id: `a${index}`, name, color: '#333333', textColor: '#ffffff' }]),
);

describe('the name of a label', () => {
  it('is the same with other case and accents', () => {
    expect(labelNamed(known, ' CAFE ')?.id).toBe('a0');
    expect(labelNamed(known, 'lodz')?.id).toBe('a2');
    expect(labelNamed(known, 'Cafés')).toBeUndefined();
    expect(labelNamed(known, 'cafe', 'a0')).toBeUndefined();
  });

  it('is found by any part of it', () => {
    expect(labelsLike(known, 'TRA').map(({ id }) => id)).toEqual(['a1']);
    expect(labelsLike(known, '').map(({ id }) => id)).toEqual(['a0', 'a1', 'a2']);
    expect(foldedName('Ólá')).toBe('ola');
  });
});

it('a new label gets an id of two symbols that none has', () => {
  const taken = new Set<string>();
  for (let count = 0; count < 1000; count++) taken.add(freeLabelId(taken));
  expect(taken.size).toBe(1000);
  for (const id of taken) expect(id).toMatch(/^[a-z0-9]{2}$/);
});

it('text on every colour of a label is readable', () => {
  const odd = ['#000000', '#ffffff', '#7f7f7f', '#767676', '#ff0000', '#00ff00', '#ffff00'];
  for (const color of [...PALETTE.map(([hex]) => hex), ...odd]) expect(contrast(color, textOn(color))).toBeGreaterThanOrEqual(AA);
});
