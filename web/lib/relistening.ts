import { type Hearing, type Listening, listening } from './live-query.ts';

/** A fresh token can take a moment to be known; and listening again immediately after a denial trips the SDK (firebase-js-sdk #9267). */
const RELISTEN_MS = 250;

/** Listens, and retries a denied listener once after each time the server has answered it. */
export const relistening: Listening = {
  query: (query, timedBy, hearing) => again(hearing, (heard) => listening.query(query, timedBy, heard)),
  document: (db, path, hearing) => again(hearing, (heard) => listening.document(db, path, heard)),
};

function again<T>({ next, failed }: Hearing<T>, listen: (hearing: Hearing<T>) => () => void): () => void {
  let mayRetry = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop = () => {};
  const begin = () => {
    stop = listen({
      next(result, isFromServer) {
        mayRetry ||= isFromServer;
        next(result, isFromServer);
      },
      failed(error) {
        if (error.code !== 'permission-denied' || !mayRetry) return failed(error);
        mayRetry = false;
        timer = setTimeout(begin, RELISTEN_MS);
      },
    });
  };
  begin();
  return () => {
    clearTimeout(timer);
    stop();
  };
}
