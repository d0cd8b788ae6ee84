import type { Firestore } from '@google-cloud/firestore';

export interface Operations {
  reads: number;
  writes: number;
  reset(): void;
}

/** The fields read from a part of an answer. */
interface Part {
  document?: unknown;
  found?: unknown;
  missing?: unknown;
}

/** The two calls through which the SDK reaches the server. */
interface Wire {
  request(method: string, request: { writes?: unknown[] }, ...rest: unknown[]): Promise<unknown>;
  requestStream(
    method: string,
    bidirectional: boolean,
    request: { documents?: unknown[] },
    ...rest: unknown[]
  ): Promise<NodeJS.ReadableStream>;
}

/**
 * Counts what Firestore bills, on the wire: a write for each document of a commit, a read for each document requested by name or returned
 * by a query, and one for a query that returns none. Only answered calls count: the SDK repeats failed ones, which are not billed. With
 * `Firestore.prototype` it counts for every connection of this process.
 */
export function countOperations(db: Firestore): Operations {
  const wire = db as unknown as Wire;
  const operations: Operations = {
    reads: 0,
    writes: 0,
    reset() {
      operations.reads = 0;
      operations.writes = 0;
    },
  };
  const { request, requestStream } = wire;
  const count = (read: unknown) => {
    if (read) operations.reads++;
  };
  wire.request = async function (method, body, ...rest) {
    const answer = await request.call(this, method, body, ...rest);
    if (method === 'commit' || method === 'batchWrite') operations.writes += body.writes?.length ?? 0;
    return answer;
  };
  wire.requestStream = async function (method, bidirectional, body, ...rest) {
    const stream = await requestStream.call(this, method, bidirectional, body, ...rest);
    if (method === 'batchGetDocuments') stream.on('data', ({ found, missing }: Part) => count(found ?? missing));
    if (method === 'runQuery') {
      let isEmpty = true;
      stream.on('data', ({ document }: Part) => {
        if (document) isEmpty = false;
        count(document);
      });
      stream.on('end', () => count(isEmpty));
    }
    return stream;
  };
  return operations;
}
