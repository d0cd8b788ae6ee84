import { CONTACT } from '@foyer/domain/limits';
import { paths } from '@foyer/domain/paths';
import { type DocumentData, doc, serverTimestamp, setDoc, type Timestamp } from 'firebase/firestore';
import { beforeEach, describe } from './cases.ts';
import { as, erase, eraseEverything, twins } from './support.ts';
import * as world from './world.ts';

const contact = (changes: DocumentData = {}): DocumentData => ({
  version: 2,
  name: 'Ines Carvalho',
  nameKey: 'ines carvalho',
  terms: ['ines', 'carvalho'],
  notes: '',
  fields: { Company: 'Atlas' },
  emails: [],
  phones: [],
  conversations: [world.CONVERSATION],
  createdAt: serverTimestamp(),
  updatedAt: serverTimestamp(),
  ...changes,
});

function without(field: string): DocumentData {
  const { [field]: _, ...others } = contact();
  return others;
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);
const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`Field ${index}`, 'x']));

describe('a contact', () => {
  beforeEach(eraseEverything);

  twins(
    'manager A stores it',
    contact({ fields: fields(CONTACT.fields), terms: numbered(CONTACT.terms) }),
    {
      'with one field more': contact({ fields: fields(CONTACT.fields + 1) }),
      'with a label that is too long': contact({ fields: { ['x'.repeat(CONTACT.label + 1)]: 'x' } }),
      'with a second label that is too long': contact({ fields: { Company: 'x', ['x'.repeat(CONTACT.label + 1)]: 'x' } }),
      'with a label of two lines': contact({ fields: { 'a\nb': 'x' } }),
      'with a value of two lines': contact({ fields: { Company: 'a\nb' } }),
      'with one term more': contact({ terms: numbered(CONTACT.terms + 1) }),
      'with a term of two words': contact({ terms: ['ines carvalho'] }),
      'with the same term twice': contact({ terms: ['ines', 'ines'] }),
      'without terms': without('terms'),
      'of a version after this one': contact({ version: 3 }),
      'with an empty value between two': contact({ fields: { Company: 'x', Street: '', Town: 'x' } }),
    },
    async (data: DocumentData) => {
      await erase(world.contactPath('ines'));
      return setDoc(doc(as('manager A'), world.contactPath('ines')), data);
    },
  );

  twins(
    'manager A stores it with a dashboard from before terms',
    { ...without('terms'), version: 1 },
    { 'with terms': contact({ version: 1 }), 'of another version': { ...without('terms'), version: 3 } },
    (data: DocumentData) => setDoc(doc(as('manager A'), world.contactPath('ines')), data),
  );

  twins(
    'manager A restores one, with the time when it was created',
    world.earlier(),
    { 'a time that is ahead': world.later() },
    (createdAt: Timestamp) => setDoc(doc(as('manager A'), world.contactPath('ines')), contact({ createdAt })),
  );

  twins(
    'manager A chooses its id',
    world.messageId('ines'),
    { 'an id of two symbols': 'a1', 'an id with a dot': 'x.'.padEnd(21, '_') },
    (id: string) => setDoc(doc(as('manager A'), paths.contact(world.A, id)), contact()),
  );
});
