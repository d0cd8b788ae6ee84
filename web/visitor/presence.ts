/** A mark of the visitor's presence document. `seenAt` goes with every write. */
export type Mark = 'readAt' | 'typingAt';

export interface Presence {
  /** The person writes, or has stopped: a mark that was still to be written is then worth nothing. */
  typing(isWriting: boolean): void;
  /** The newest message of the manager is on the screen. */
  read(): void;
  stop(): void;
}

/** The rules refuse a write within a second of the last. */
const WRITE_MS = 1200;
const TYPING_EVERY_MS = 3000;
/** Under the minute for which a person counts as present. */
const HEARTBEAT_MS = 50_000;

/**
 * Writes the visitor's marks, one write at a time and none within 1.2 s of another. Nobody is told of a write that failed; only a read
 * mark is worth a second attempt. `isHere` says whether anybody looks at the page.
 */
export function createPresence(write: (marks: readonly Mark[]) => Promise<void>, isHere: () => boolean): Presence {
  const wanted = new Set<Mark>();
  let writtenAt = Number.NEGATIVE_INFINITY;
  let typedAt = Number.NEGATIVE_INFINITY;
  let isWriting = false;
  let hasFailed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function put(): Promise<void> {
    clearTimeout(timer);
    if (isWriting) return;
    const waitMs = writtenAt + WRITE_MS - Date.now();
    if (waitMs > 0) {
      timer = setTimeout(put, waitMs);
      return;
    }
    const marks = [...wanted];
    wanted.clear();
    isWriting = true;
    await write(marks).catch(() => {
      if (marks.includes('readAt') && !hasFailed) wanted.add('readAt');
      hasFailed = true;
    });
    isWriting = false;
    // Counted from the answer: on a slow line two writes sent apart may arrive together.
    writtenAt = Date.now();
    if (wanted.size > 0) put();
  }

  const heartbeat = setInterval(() => {
    if (isHere()) put();
  }, HEARTBEAT_MS);
  put();

  return {
    typing(isWriting) {
      if (!isWriting) {
        wanted.delete('typingAt');
        typedAt = Number.NEGATIVE_INFINITY;
        return;
      }
      if (Date.now() - typedAt < TYPING_EVERY_MS) return;
      typedAt = Date.now();
      wanted.add('typingAt');
      put();
    },
    read() {
      hasFailed = false;
      wanted.add('readAt');
      put();
    },
    stop() {
      clearTimeout(timer);
      clearInterval(heartbeat);
    },
  };
}
