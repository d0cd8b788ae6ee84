import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { nameKeyOf, storedContact } from './contact.ts';
import { contactWrite } from './contact-schema.ts';
import { CONTACT, NAME_MAX } from './limits.ts';

const schema = contactWrite(z.literal('now'), z.literal('past'));
const mina = { name: 'Mina', notes: '', fields: {}, emails: [], phones: [], conversations: [] };
const stored = (changes: object) => ({ ...storedContact({ ...mina, ...changes }), createdAt: 'past', updatedAt: 'now' });

describe('nameKeyOf', () => {
  it('ignores case and accents, and never gets longer than a name', () => {
    expect(nameKeyOf('Łucja Ærø-Straße')).toBe('lucja aero-strasse');
    expect(nameKeyOf('ﷺ'.repeat(NAME_MAX)).length).toBeLessThanOrEqual(NAME_MAX);
    expect(nameKeyOf('أحمد')).toBe('احمد');
    // Firestore can't store half of an emoji, which a name that gets longer could be cut to.
    expect(nameKeyOf(`${'ﬃ'.repeat(19)}aa😀`)).toBe(`${'ffi'.repeat(19)}aa`);
  });
});

describe('contactWrite', () => {
  it('accepts what the dashboard stores', () => {
    expect(schema.safeParse(stored({ notes: 'Two\nlines', fields: { Company: 'Atlas' }, emails: ['a@b.c'] })).success).toBe(true);
  });

  it.each([
    ['an empty name', { name: ' ' }],
    ['too long a name', { name: 'x'.repeat(NAME_MAX + 1) }],
    ['an email twice', { emails: ['a@b.c', 'a@b.c'] }],
    ['too many fields', { fields: Object.fromEntries(Array.from({ length: CONTACT.fields + 1 }, (_, index) => [`f${index}`, 'x'])) }],
    ['a field without a value', { fields: { Company: '' } }],
    ['a value of two lines', { fields: { Company: 'a\nb' } }],
    ['too many conversations', { conversations: Array.from({ length: CONTACT.conversations + 1 }, (_, index) => `c${index}`) }],
  ])('refuses %s', (_, changes) => {
    expect(schema.safeParse(stored(changes)).success).toBe(false);
  });
});
