import { LIST_MAX } from '@foyer/domain/limits';
import { paths } from '@foyer/domain/paths';
import {
  collection,
  deleteDoc,
  doc,
  type Firestore,
  getDocFromServer,
  getDocsFromServer,
  limit,
  query,
  setDoc,
  updateDoc,
} from 'firebase/firestore';
import { ACTORS, type Actor } from './actors.ts';
import { beforeAll, describe, expect, it } from './cases.ts';
import { OPERATIONS, type Operation, READS, type Row, TABLE, WRITES } from './matrix-table.ts';
import { messageHalf, sendReply, summaryHalf } from './reply-batch.ts';
import { schedule } from './schedule-batch.ts';
import { answerTo, as, erase, eraseEverything, expectAllowed, seed } from './support.ts';
import * as world from './world.ts';

const actors = Object.keys(ACTORS) as Actor[];

describe('the matrix', () => {
  beforeAll(async () => {
    await eraseEverything();
    await restore();
  });

  for (const row of TABLE) {
    describe(row.path, () => {
      for (const actor of actors) {
        const expected = OPERATIONS.filter((operation) => row.may[operation]?.includes(actor));

        it(`${actor} may ${expected.join(', ') || 'nothing'}`, async () => {
          const allowed: Operation[] = [];
          const ask = async (operation: Operation) => {
            if ((await answerTo(attempt(as(actor), operation, row))) === 'allowed') allowed.push(operation);
          };
          await Promise.all(READS.map(ask));
          for (const operation of WRITES) {
            const before = allowed.length;
            if (operation === 'create') await erase(row.path);
            await ask(operation);
            // A refused write has changed nothing.
            if (allowed.length > before) await restore();
            else if (operation === 'create') await seed(row.path, row.stored);
          }
          expect(allowed.sort()).toEqual(expected.toSorted());
        });
      }
    });
  }

  // The SDK repeats a write if its answer is lost (docs/decisions/071-repeated-writes.md).
  it('accepts a repeated write of manager A, except of a message or a note', async () => {
    // At most one a second: a mark that was stored and is refused then has no other effect.
    const paced = [paths.managerPresence(world.A), paths.presence(world.A, world.CONVERSATION, 'manager')];
    const refused: string[] = [];
    for (const row of TABLE.filter(({ path }) => !paced.includes(path))) {
      for (const operation of WRITES.filter((each) => row.may[each]?.includes('manager A'))) {
        if (operation === 'create') await erase(row.path);
        await expectAllowed(attempt(as('manager A'), operation, row));
        if ((await answerTo(attempt(as('manager A'), operation, row))) === 'denied') refused.push(`${operation} ${row.path}`);
        await restore();
      }
    }
    // The dashboard reads what is stored under its id.
    expect(refused).toEqual([`create ${world.messagePath(world.FIRST)}`, `create ${world.notePath('a1')}`]);
  });

  it('covers enough actors, documents and operations', () => {
    expect(actors.length).toBeGreaterThanOrEqual(10);
    expect(TABLE.length).toBeGreaterThanOrEqual(14);
    expect(actors.length * TABLE.length * OPERATIONS.length).toBeGreaterThanOrEqual(840);
  });
});

function attempt(store: Firestore, operation: Operation, row: Row): Promise<unknown> {
  const document = doc(store, row.path);
  const siblings = collection(store, document.parent.path);
  switch (operation) {
    case 'get':
      return getDocFromServer(document);
    case 'list 50':
      return getDocsFromServer(query(siblings, limit(LIST_MAX)));
    case 'list 51':
      return getDocsFromServer(query(siblings, limit(LIST_MAX + 1)));
    case 'list all':
      return getDocsFromServer(siblings);
    case 'create':
      return createIn(store, document.parent.id, row);
    case 'update':
      return updateDoc(document, row.updated);
    case 'delete':
      return deleteDoc(document);
  }
}

function createIn(store: Firestore, group: string, row: Row): Promise<void> {
  if (group === 'messages') return createReply(store, row);
  return group === 'scheduled' ? schedule(store, row.path, row.created) : setDoc(doc(store, row.path), row.created);
}

function createReply(store: Firestore, { path, created }: Row): Promise<void> {
  const [conversation = '', id = ''] = path.split('/messages/');
  return sendReply(store, { messages: [messageHalf(id, created, conversation)], summaries: [summaryHalf(id, {}, {}, conversation)] });
}

function restore(): Promise<unknown> {
  return Promise.all(TABLE.map((row) => seed(row.path, row.stored)));
}
