import type { Firestore } from '@google-cloud/firestore';

/** Runs `act` once right before the next transaction: between a check and the write that follows it. */
export function justBeforeTransaction(db: Firestore, act: () => Promise<unknown>): void {
  const run = db.runTransaction.bind(db);
  db.runTransaction = async (...parameters) => {
    db.runTransaction = run;
    await act();
    return run(...parameters);
  };
}

interface Wire {
  requestStream(method: string, ...rest: unknown[]): Promise<NodeJS.ReadableStream>;
}

/** Runs `act` once, after a document whose path contains `part` was read and before the next read. */
export function justAfterReading(db: Firestore, part: string, act: () => Promise<unknown>): void {
  const wire = db as unknown as Wire;
  const request = wire.requestStream;
  let isDue = false;
  let isDone = false;
  wire.requestStream = async (method, ...rest) => {
    if (isDue && !isDone) {
      isDone = true;
      await act();
    }
    const isReading = JSON.stringify(rest).includes(part);
    const stream = await request.call(db, method, ...rest);
    isDue ||= isReading;
    return stream;
  };
}
