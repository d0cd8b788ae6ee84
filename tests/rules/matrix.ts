import { LIST_MAX } from '@foyer/domain/limits';
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
import { answerTo, as, erase, eraseEverything, seed } from './support.ts';

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
      return document.parent.id === 'messages' ? createReply(store, row) : setDoc(document, row.created);
    case 'update':
      return updateDoc(document, row.updated);
    case 'delete':
      return deleteDoc(document);
  }
}

function createReply(store: Firestore, { path, created }: Row): Promise<void> {
  const [conversation = '', id = ''] = path.split('/messages/');
  return sendReply(store, { messages: [messageHalf(id, created, conversation)], summaries: [summaryHalf(id, {}, {}, conversation)] });
}

function restore(): Promise<unknown> {
  return Promise.all(TABLE.map((row) => seed(row.path, row.stored)));
}
