import type { Firestore } from '@google-cloud/firestore';

interface Wire {
  request(method: string, ...rest: unknown[]): Promise<unknown>;
}

/**
 * A store that breaks after so many commits: what a killed process leaves behind. With `isAnswerLost` the next one is still done, and
 * nobody learns of it.
 */
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
