import { PassThrough } from 'node:stream';
import type { Firestore } from '@google-cloud/firestore';
import { expect, test } from 'vitest';
import { countOperations } from '../support/operations.ts';

/** A connection that fails this many times, then answers with `parts`. */
function connection(failures: number, parts: object[] = []) {
  let left = failures;
  const failing = () => {
    if (left-- > 0) throw new Error('14 UNAVAILABLE');
  };
  return {
    request: async (_method: string, _body: object) => failing(),
    requestStream: async (_method: string, _isTwoWay: boolean, _body: object) => {
      failing();
      const stream = new PassThrough({ objectMode: true });
      for (const part of parts) stream.write(part);
      stream.end();
      return stream;
    },
  };
}

/** Retries until it succeeds, as the SDK does. */
async function again<T>(act: () => Promise<T>): Promise<T> {
  return act().catch(() => again(act));
}

async function readsOf(method: string, body: object, parts: object[], failures = 0): Promise<number> {
  const db = connection(failures, parts);
  const operations = countOperations(db as unknown as Firestore);
  const stream = await again(() => db.requestStream(method, false, body));
  stream.resume();
  await new Promise((resolve) => stream.once('end', resolve));
  return operations.reads;
}

test.each([0, 1, 3])('a commit that the SDK repeats after %i failures counts once', async (failures) => {
  const db = connection(failures);
  const operations = countOperations(db as unknown as Firestore);
  await again(() => db.request('commit', { writes: [{}, {}] }));
  expect(operations.writes).toBe(2);
});

test.each([0, 1, 3])('documents requested by name count once after %i failures', async (failures) => {
  const body = { documents: ['a', 'b'] };
  expect(await readsOf('batchGetDocuments', body, [{ found: {} }, { missing: 'b' }], failures)).toBe(2);
});

test.each([
  ['none', [{ readTime: {} }], 1],
  ['one, and says that there are no more', [{ document: {}, done: true }], 1],
  ['three', [{ document: {} }, { document: {} }, { document: {} }, { readTime: {} }], 3],
])('a query that finds %s', async (_, parts, reads) => {
  expect(await readsOf('runQuery', {}, parts)).toBe(reads);
  expect(await readsOf('runQuery', {}, parts, 2)).toBe(reads);
});
