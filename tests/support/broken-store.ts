import type { Firestore } from '@google-cloud/firestore';

/** A store that breaks after so many commits: what a killed process leaves behind. */
export function breakAfter(db: Firestore, commits: number): { mend(): void } {
  const wire = db as unknown as { request(method: string, ...rest: unknown[]): Promise<unknown> };
  const request = wire.request;
  let left = commits;
  wire.request = (method, ...rest) => {
    if (method === 'commit' && left-- <= 0) return Promise.reject(new Error('the process was ended here'));
    return request.call(db, method, ...rest);
  };
  return {
    mend() {
      wire.request = request;
    },
  };
}
