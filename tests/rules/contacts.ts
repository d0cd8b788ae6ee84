import { CONTACT } from '@foyer/domain/limits';
import { paths } from '@foyer/domain/paths';
import { type DocumentData, doc, serverTimestamp, setDoc, type Timestamp } from 'firebase/firestore';
import { beforeEach, describe } from './cases.ts';
import { as, erase, eraseEverything, twins } from './support.ts';
import * as world from './world.ts';

const contact = (changes: DocumentData = {}): DocumentData => ({
  version: 1,
  name: 'Ines Carvalho',
  nameKey: 'ines carvalho',
  notes: '',
  fields: { Company: 'Atlas' },
  emails: [],
  phones: [],
  conversations: [world.CONVERSATION],
  createdAt: serverTimestamp(),
  updatedAt: serverTimestamp(),
  ...changes,
});

const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`Field ${index}`, 'x']));

describe('a contact', () => {
  beforeEach(eraseEverything);

  twins(
    'manager A stores it',
    contact({ fields: fields(CONTACT.fields) }),
    {
      'with one field more': contact({ fields: fields(CONTACT.fields + 1) }),
      'with a label that is too long': contact({ fields: { ['x'.repeat(CONTACT.label + 1)]: 'x' } }),
      'with a label of two lines': contact({ fields: { 'a\nb': 'x' } }),
      'with a value of two lines': contact({ fields: { Company: 'a\nb' } }),
    },
    async (data: DocumentData) => {
      await erase(world.contactPath('ines'));
      return setDoc(doc(as('manager A'), world.contactPath('ines')), data);
    },
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
