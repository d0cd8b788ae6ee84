import { CANNED_REPLY_TITLE_MAX, LABEL_NAME_MAX, SLOT_LENGTH, TEXT_MAX } from '@foyer/domain/limits';
import { paths } from '@foyer/domain/paths';
import { type DocumentData, deleteDoc, deleteField, doc, getDoc, serverTimestamp, setDoc, Timestamp, updateDoc } from 'firebase/firestore';
import { beforeEach, describe, it } from './cases.ts';
import { as, erase, eraseEverything, expectAllowed, expectDenied, seed, twins } from './support.ts';
import * as world from './world.ts';

const manager = () => as('manager A');

/** Ids that do not have SLOT_LENGTH symbols of the alphabet. */
const OTHER_IDS = {
  'of one symbol': 'x',
  'of three': 'x'.repeat(SLOT_LENGTH + 1),
  'with a capital': 'aB',
  'with a dot': 'x.',
  'with a line break': 'x\n',
};

/** A document that a manager writes completely: every write must have exactly these fields. */
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
          'with an unknown field': { ...honest, extra: 1 },
          ...Object.fromEntries(Object.keys(honest).map((field) => [`without ${field}`, without(honest, field)])),
        },
        async (data: DocumentData) => {
          await (stored === null ? erase(pathOf('a1')) : seed(pathOf('a1'), stored));
          return setDoc(doc(manager(), pathOf('a1')), data);
        },
      );
    }

    twins('manager A uses an id from the limited set', 'z9', OTHER_IDS, (id: string) => setDoc(doc(manager(), pathOf(id)), honest));

    it('manager A changes an older one with a longer id', async () => {
      await seed(pathOf('portraits'), honest);
      await expectDenied(setDoc(doc(manager(), pathOf('portraits')), { ...honest, extra: 1 }));
      await expectAllowed(setDoc(doc(manager(), pathOf('portraits')), honest));
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

describe('a label that is deleted', () => {
  const path = world.labelPath('a1');
  const deleted = { deletedAt: serverTimestamp() };
  const write = async (data: DocumentData) => setDoc(doc(manager(), path), data);
  beforeEach(async () => {
    await eraseEverything();
    await seed(path, name(8));
  });

  twins(
    'manager A deletes it, and its id stays',
    deleted,
    {
      'with its name': { ...deleted, name: 'Weddings' },
      'at an earlier time': { deletedAt: world.earlier() },
      'at no time': {},
      'and says that it is cleared': { ...deleted, clearedAt: serverTimestamp() },
    },
    write,
  );

  it('manager A cannot free its id', async () => {
    await expectDenied(deleteDoc(doc(manager(), path)));
    await expectAllowed(write(deleted));
  });

  it('manager A restores it within a minute, and no other label gets its id later', async () => {
    await seed(path, { deletedAt: world.earlier(61_000) });
    await expectDenied(write(name(8)));
    await seed(path, { deletedAt: world.earlier(10_000) });
    await expectAllowed(write(name(8)));
  });

  it('manager A cannot give the id of a cleared label to another', async () => {
    await seed(path, { clearedAt: world.earlier(10_000) });
    await expectDenied(write(name(8)));
    await seed(path, { deletedAt: world.earlier(10_000) });
    await expectAllowed(write(name(8)));
  });

  it('manager A cannot say that a label is cleared, but can delete it again', async () => {
    await seed(path, { deletedAt: world.earlier() });
    await expectDenied(write({ clearedAt: serverTimestamp() }));
    await expectDenied(write({ deletedAt: serverTimestamp(), clearedAt: serverTimestamp() }));
    await expectDenied(updateDoc(doc(manager(), path), { clearedAt: serverTimestamp() }));
    await expectAllowed(write(deleted));
    await seed(path, { clearedAt: world.earlier() });
    await expectDenied(write({ clearedAt: serverTimestamp() }));
    await expectAllowed(write(deleted));
  });

  it('manager A cannot give a label an id that was never free, unless it is of the limited set', async () => {
    await erase(path);
    await expectDenied(write(deleted));
    await expectAllowed(write(name(8)));
  });
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
      'at a time to come': { ...honest, createdAt: world.later() },
      'at a number for a time': { ...honest, createdAt: Date.now() },
      'at no time': { text: 'x' },
      'without text': { createdAt: serverTimestamp() },
      'with an unknown field': { ...honest, extra: 1 },
    },
    async (data: DocumentData) => {
      await erase(path);
      return setDoc(doc(manager(), path), data);
    },
  );

  twins('manager A uses an id from the limited set', 'z9', OTHER_IDS, (id: string) => setDoc(doc(manager(), world.notePath(id)), honest));

  twins(
    'manager A edits it',
    { text: 'x'.repeat(TEXT_MAX) },
    {
      'to 4,001': { text: 'x'.repeat(TEXT_MAX + 1) },
      'to nothing': { text: '' },
      'to a list': { text: ['x'] },
      'by removing the text': { text: deleteField() },
      'and its time': { text: 'x', createdAt: serverTimestamp() },
      'and removes its time': { text: 'x', createdAt: deleteField() },
      'and adds a field': { text: 'x', extra: 1 },
    },
    async (data: DocumentData) => {
      await seed(path, { text: 'before', createdAt: world.earlier() });
      return updateDoc(doc(manager(), path), data);
    },
  );

  it('manager A restores a deleted note with its own time', async () => {
    await erase(path);
    await expectAllowed(setDoc(doc(manager(), path), { text: 'x', createdAt: world.earlier() }));
    // But doesn't replace another one, nor its time.
    await expectDenied(setDoc(doc(manager(), path), { text: 'y', createdAt: Timestamp.fromMillis(0) }));
    await expectDenied(setDoc(doc(manager(), path), honest));
  });

  it('manager A cannot add a note to an erased conversation', async () => {
    await erase(world.conversationPath);
    await expectDenied(setDoc(doc(manager(), path), honest));
    await seed(world.conversationPath, world.conversation());
    await expectAllowed(setDoc(doc(manager(), path), honest));
  });
});

describe('a draft of a reply', () => {
  const path = paths.replyDraft(world.A, world.CONVERSATION);
  const honest = { reply: 'x'.repeat(TEXT_MAX), note: 'x'.repeat(TEXT_MAX), updatedAt: serverTimestamp() };

  beforeEach(async () => {
    await eraseEverything();
    await seed(world.conversationPath, world.conversation());
  });

  for (const [verb, stored] of [
    ['keeps', null],
    ['changes', { reply: 'before', updatedAt: world.earlier() }],
  ] as const) {
    twins(
      `manager A ${verb} it`,
      honest,
      {
        'with a reply of 4,001': { ...honest, reply: 'x'.repeat(TEXT_MAX + 1) },
        'with a note of 4,001': { ...honest, note: 'x'.repeat(TEXT_MAX + 1) },
        'with an empty reply': { ...honest, reply: '' },
        'without any text': { updatedAt: serverTimestamp() },
        "at a time of the client's": { ...honest, updatedAt: Timestamp.now() },
        'at no time': { reply: 'x' },
        'with an unknown field': { ...honest, extra: 1 },
      },
      async (data: DocumentData) => {
        await (stored === null ? erase(path) : seed(path, stored));
        return setDoc(doc(manager(), path), data);
      },
    );
  }

  it('manager A cannot keep one of an erased conversation', async () => {
    await erase(world.conversationPath);
    await expectDenied(setDoc(doc(manager(), path), honest));
    await seed(world.conversationPath, world.conversation());
    await expectAllowed(setDoc(doc(manager(), path), honest));
  });

  it('the visitor cannot read, write or delete it', async () => {
    await seed(path, { reply: 'x', updatedAt: world.earlier() });
    await expectDenied(getDoc(doc(as('the visitor'), path)));
    await expectDenied(setDoc(doc(as('the visitor'), path), honest));
    await expectDenied(deleteDoc(doc(as('the visitor'), path)));
    await expectAllowed(getDoc(doc(manager(), path)));
  });
});

function without(data: DocumentData, field: string): DocumentData {
  const { [field]: _, ...rest } = data;
  return rest;
}
