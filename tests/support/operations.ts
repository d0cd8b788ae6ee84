import type { Firestore } from '@google-cloud/firestore';

export interface Operations {
  reads: number;
  writes: number;
  reset(): void;
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
 * Counts what Firestore bills, at the wire: a write for each document of a commit, a read for each document asked for by name or returned
 * by a query, and one for a query that returns none. Given `Firestore.prototype` it counts for every connection of this process.
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
  wire.request = function (method, body, ...rest) {
    if (method === 'commit' || method === 'batchWrite') operations.writes += body.writes?.length ?? 0;
    return request.call(this, method, body, ...rest);
  };
  wire.requestStream = async function (method, bidirectional, body, ...rest) {
    const stream = await requestStream.call(this, method, bidirectional, body, ...rest);
    if (method === 'batchGetDocuments') operations.reads += body.documents?.length ?? 0;
    if (method === 'runQuery') {
      let found = 0;
      stream.on('data', (part: { document?: unknown }) => {
        if (part.document) found++;
      });
      stream.on('end', () => {
        operations.reads += Math.max(1, found);
      });
    }
    return stream;
  };
  return operations;
}
