import { CANNED_REPLY_TITLE_MAX, LABEL_NAME_MAX, SLOT_LENGTH, TEXT_MAX } from '@foyer/domain/limits';
import { type DocumentData, deleteDoc, deleteField, doc, serverTimestamp, setDoc, Timestamp, updateDoc } from 'firebase/firestore';
import { beforeEach, describe, it } from './cases.ts';
import { as, erase, eraseEverything, expectAllowed, expectDenied, seed, twins } from './support.ts';
import * as world from './world.ts';

const manager = () => as('manager A');

/** No id of SLOT_LENGTH symbols. */
const OTHER_IDS = {
  'of one symbol': 'x',
  'of three': 'x'.repeat(SLOT_LENGTH + 1),
  'with a capital': 'aB',
  'with a dot': 'x.',
  'with a line break': 'x\n',
};

/** A document that a manager keeps whole: every way of writing it asks for exactly these fields. */
function describeKept(noun: string, pathOf: (id: string) => string, honest: DocumentData, flipped: Record<string, DocumentData>): void {
  describe(noun, () => {
    beforeEach(eraseEverything);

    for (const [verb, stored] of [
      ['creates', null],
      ['changes', honest],
    ] as const) {
      twins(
        `manager A ${verb} it`,
        honest,
        {
          ...flipped,
          'with a field that nobody knows': { ...honest, extra: 1 },
          ...Object.fromEntries(Object.keys(honest).map((field) => [`without ${field}`, without(honest, field)])),
        },
        async (data: DocumentData) => {
          await (stored === null ? erase(pathOf('a1')) : seed(pathOf('a1'), stored));
          return setDoc(doc(manager(), pathOf('a1')), data);
        },
      );
    }

    twins('manager A gives it one of the ids that bound their number', 'z9', OTHER_IDS, (id: string) =>
      setDoc(doc(manager(), pathOf(id)), honest),
    );

    it('manager A changes and deletes one with a longer id, from before', async () => {
      await seed(pathOf('portraits'), honest);
      await expectAllowed(setDoc(doc(manager(), pathOf('portraits')), honest));
      await expectAllowed(deleteDoc(doc(manager(), pathOf('portraits'))));
    });
  });
}

const name = (units: number) => ({ name: 'x'.repeat(units), color: '#8a3b2a' });
describeKept('a label', world.labelPath, name(LABEL_NAME_MAX), {
  'with a name of 41': name(LABEL_NAME_MAX + 1),
  'with an empty name': name(0),
  'with a list for a name': { name: ['x'], color: '#8a3b2a' },
  'with a named colour': { name: 'x', color: 'red' },
  'with a short colour': { name: 'x', color: '#fff' },
  'with more than a colour': { name: 'x', color: '#8a3b2a;background:url(//example.com)' },
  'with a number for a colour': { name: 'x', color: 0x8a3b2a },
});

const canned = (titleUnits: number, textUnits: number) => ({ title: 'x'.repeat(titleUnits), text: 'x'.repeat(textUnits) });
describeKept('a canned reply', world.cannedReplyPath, canned(CANNED_REPLY_TITLE_MAX, TEXT_MAX), {
  'with a title of 61': canned(CANNED_REPLY_TITLE_MAX + 1, TEXT_MAX),
  'with an empty title': canned(0, TEXT_MAX),
  'with a text of 4,001': canned(CANNED_REPLY_TITLE_MAX, TEXT_MAX + 1),
  'with an empty text': canned(CANNED_REPLY_TITLE_MAX, 0),
  'with a number for a title': { title: 1, text: 'x' },
  'with a list for a text': { title: 'x', text: ['x'] },
});

describe('a note', () => {
  const path = world.notePath('a1');
  const honest = { text: 'x'.repeat(TEXT_MAX), createdAt: serverTimestamp() };

  beforeEach(async () => {
    await eraseEverything();
    await seed(world.conversationPath, world.conversation());
  });

  twins(
    'manager A writes it',
    honest,
    {
      'with a text of 4,001': { ...honest, text: 'x'.repeat(TEXT_MAX + 1) },
      'with an empty text': { ...honest, text: '' },
      'with a list for a text': { ...honest, text: ['x'] },
      "at a time of the client's": { ...honest, createdAt: Timestamp.now() },
      'at no time': { text: 'x' },
      'without text': { createdAt: serverTimestamp() },
      'with a field that nobody knows': { ...honest, extra: 1 },
    },
    async (data: DocumentData) => {
      await erase(path);
      return setDoc(doc(manager(), path), data);
    },
  );

  twins('manager A gives it one of the ids that bound their number', 'z9', OTHER_IDS, (id: string) =>
    setDoc(doc(manager(), world.notePath(id)), honest),
  );

  twins(
    'manager A corrects it',
    { text: 'x'.repeat(TEXT_MAX) },
    {
      'to 4,001': { text: 'x'.repeat(TEXT_MAX + 1) },
      'to nothing': { text: '' },
      'to a list': { text: ['x'] },
      'by taking the text away': { text: deleteField() },
      'and its time': { text: 'x', createdAt: serverTimestamp() },
      'and takes its time away': { text: 'x', createdAt: deleteField() },
      'and adds a field': { text: 'x', extra: 1 },
    },
    async (data: DocumentData) => {
      await seed(path, { text: 'before', createdAt: world.earlier() });
      return updateDoc(doc(manager(), path), data);
    },
  );

  it('manager A leaves no note in a conversation that was erased', async () => {
    await erase(world.conversationPath);
    await expectDenied(setDoc(doc(manager(), path), honest));
    await seed(world.conversationPath, world.conversation());
    await expectAllowed(setDoc(doc(manager(), path), honest));
  });
});

function without(data: DocumentData, field: string): DocumentData {
  const { [field]: _, ...rest } = data;
  return rest;
}
