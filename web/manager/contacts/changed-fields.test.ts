import { arrayRemove, arrayUnion, deleteField } from 'firebase/firestore';
import { expect, it } from 'vitest';
import { changedFields } from './changed-fields.ts';

const MINA = {
  name: 'Mina Okafor',
  notes: '',
  fields: { Company: 'Atlas', 'e.g.': 'x' },
  emails: ['a@b.c', 'd@e.f'],
  phones: [],
  conversations: ['1', '2'],
};

it.each<[string, Partial<typeof MINA>, Record<string, unknown>]>([
  ['nothing', {}, {}],
  ['an added conversation', { conversations: ['1', '2', '3'] }, { conversations: arrayUnion('3') }],
  ['a removed conversation', { conversations: ['2'] }, { conversations: arrayRemove('1') }],
  ['two added and one removed', { conversations: ['2', '3', '4'] }, { conversations: ['2', '3', '4'] }],
  ['another order', { conversations: ['2', '1'] }, { conversations: ['2', '1'] }],
  ['an own field with a dot', { fields: { Company: 'Atlas', 'e.g.': 'y' } }, { 'fields/e.g.': 'y' }],
  ['a removed own field', { fields: { Company: 'Atlas' } as never }, { 'fields/e.g.': deleteField() }],
  ['notes', { notes: 'Bride' }, { notes: 'Bride' }],
])('%s is written alone', (_, to, written) => {
  const changes = changedFields(MINA, { ...MINA, ...to });
  expect(Object.fromEntries(changes.map(([path, value]) => [path.join('/'), value]))).toEqual(written);
});

it('an own field with the name of an inherited property is removed like any other', () => {
  const fields = { constructor: 'x', toString: 'y' } as never;
  const changes = changedFields({ ...MINA, fields }, { ...MINA, fields: {} });
  expect(changes).toEqual(['constructor', 'toString'].map((label) => [['fields', label], deleteField()]));
});

it('a name and an address are written with the terms that find them', () => {
  const fields = (to: Partial<typeof MINA>) => changedFields(MINA, { ...MINA, ...to }).map(([path, value]) => [path.join('/'), value]);
  expect(fields({ name: 'Ana' }).slice(0, 3)).toEqual([
    ['name', 'Ana'],
    ['nameKey', 'ana'],
    ['version', 2],
  ]);
  expect(fields({ name: 'Ana' })[3]).toEqual(['terms', expect.arrayContaining(['ana', 'a', 'd'])]);
  expect(fields({ emails: ['a@b.c'] })).toEqual([
    ['emails', arrayRemove('d@e.f')],
    ['version', 2],
    ['terms', expect.not.arrayContaining(['d'])],
  ]);
});
