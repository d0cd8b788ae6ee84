import { compareDrafts, type Drafts, isSame, NO_DRAFTS } from './compare-drafts.ts';

export interface DraftSync {
  /** Call it when a draft has changed here. */
  changed(): void;
  /** Stores what isn't stored. */
  flush(): void;
  /** Stores the drafts here over what another device stored. */
  overwrite(): void;
  /** Stores what isn't stored, and stops. */
  close(): void;
}

interface Needs {
  here(): Drafts;
  /** What this browser last stored or took over, also before a reload. */
  known: { read(): Drafts; write(known: Drafts): void };
  /** The stored drafts, once. Rejects if they can't be known. */
  load(): Promise<Drafts>;
  store(drafts: Drafts): void;
  take(stored: Drafts): void;
  offer(stored: Drafts): void;
  isOnline(): boolean;
}

/** While someone types, one write in this time. */
export const PACE_MS = 5000;

/** Keeps the drafts of one conversation on the server: a write each 5 s while someone types, and one when it is left. */
export function syncDrafts({ here, known, load, store, take, offer, isOnline }: Needs): DraftSync {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  /** Until the stored drafts are known, and while others are offered, nothing is stored over them. */
  let mayStore = false;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!mayStore || isSame(here(), known.read())) return;
    const drafts = here();
    known.write(drafts);
    store(drafts);
  };
  const changed = () => {
    // An emptied draft was sent or discarded: no other device should offer it.
    if (isSame(here(), NO_DRAFTS)) flush();
    else if (timer === undefined && isOnline()) timer = setTimeout(flush, PACE_MS);
  };

  load().then(
    (stored) => {
      if (isClosed) return;
      const verdict = compareDrafts(here(), known.read(), stored);
      mayStore = verdict !== 'offer';
      if (verdict === 'offer') offer(stored);
      else {
        // A draft that another device sent stays here, but isn't stored again.
        known.write(verdict === 'nothing' ? here() : stored);
        if (verdict === 'take') take(stored);
        if (verdict === 'store') changed();
      }
    },
    // Offline without a copy. What is typed stays in this browser.
    () => {},
  );

  return {
    changed,
    flush,
    overwrite() {
      mayStore = true;
      known.write(NO_DRAFTS);
      flush();
    },
    close() {
      isClosed = true;
      flush();
    },
  };
}
