import type { Firestore } from '@google-cloud/firestore';

interface Wire {
  request(method: string, ...rest: unknown[]): Promise<unknown>;
}

/** Makes the next commit fail once with a gRPC status code, without writing anything. */
export function failNextCommit(db: Firestore, code: number): void {
  const wire = db as unknown as Wire;
  const request = wire.request;
  wire.request = async (method, ...rest) => {
    if (method !== 'commit') return request.call(db, method, ...rest);
    wire.request = request;
    throw Object.assign(new Error('refused by the store'), { code });
  };
}

/** Fails after this many commits, like a killed process. With `isAnswerLost` the next commit is still stored, but its answer is lost. */
export function breakAfter(db: Firestore, commits: number, { isAnswerLost = false } = {}): { mend(): void } {
  const wire = db as unknown as Wire;
  const request = wire.request;
  let left = commits;
  wire.request = async (method, ...rest) => {
    if (method !== 'commit' || left-- > 0) return request.call(db, method, ...rest);
    if (isAnswerLost && left === -1) await request.call(db, method, ...rest);
    throw new Error('the process was ended here');
  };
  return {
    mend() {
      wire.request = request;
    },
  };
}
