import { contactTermsOf, nameKeyOf } from '@foyer/domain/contact';
import { describe, expect, it } from 'vitest';
import { contactSearch } from './contact-search.ts';

const MINA = { name: 'Mina Okafor-Łukasz', emails: ['mina.o@studio.example'] };
const AYA = { name: '山田 彩', emails: [] };

/** As the store and the list find it. */
function finds(typed: string, contact: typeof MINA | typeof AYA): boolean {
  const { term, prefix, matches } = contactSearch(typed);
  const isStored = term === null ? nameKeyOf(contact.name).startsWith(prefix) : contactTermsOf(contact).includes(term);
  return isStored && matches(contact);
}

describe('contactSearch', () => {
  it.each(['', 'm', 'Mi', 'mina', 'OKA', 'okafor', 'lukasz', 'Mina Ok', 'okafor mina', 'studio', 'mina.o@studio.example', 'oka!'])(
    'finds a name by %j',
    (typed) => {
      expect(finds(typed, MINA)).toBe(true);
    },
  );

  it.each(['ka', 'ina', 'mina okafora', 'okafor x', 'example.org'])('finds no name by %j', (typed) => {
    expect(finds(typed, MINA)).toBe(false);
  });

  it('finds a name that is written without spaces by any part of it', () => {
    expect([finds('山', AYA), finds('山田', AYA), finds('彩', AYA), finds('田山', AYA)]).toEqual([true, true, true, false]);
  });
});
