/** What one side tells the other of itself. `typing` is null when the typing has ended. */
export interface PresenceMarks {
  read?: true;
  typing?: true | null;
}

export interface PresencePen {
  /** Tells the other side, soon: marks that follow each other closely go together. */
  mark(marks: PresenceMarks): void;
  close(): void;
}

/** The security rules take one write a second; clocks on both ends are not that exact. */
export const PRESENCE_GAP_MS = 1200;

/**
 * Writes at most once per gap. A read mark that was refused is tried once more, and then goes with the next one (another tab of the same manager may have written a
 * moment ago); a typing mark is worth nothing later.
 */
export function createPresencePen(write: (marks: PresenceMarks) => Promise<void>): PresencePen {
  let waiting: PresenceMarks = {};
  let hasNew = false;
  let hasRetried = false;
  let isWriting = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let freeAtMs = Number.NEGATIVE_INFINITY;

  const schedule = () => {
    if (!isWriting && hasNew) timer ??= setTimeout(send, Math.max(0, freeAtMs - performance.now()));
  };
  const send = async () => {
    timer = undefined;
    const marks = waiting;
    waiting = {};
    hasNew = false;
    isWriting = true;
    const isRefused = await write(marks).then(
      () => false,
      () => true,
    );
    if (isRefused && marks.read) {
      waiting = { read: true, ...waiting };
      hasNew ||= !hasRetried;
    }
    hasRetried = isRefused;
    isWriting = false;
    // Counted from the answer: on a slow line two writes sent a gap apart may arrive together.
    freeAtMs = performance.now() + PRESENCE_GAP_MS;
    schedule();
  };

  return {
    mark(marks) {
      waiting = { ...waiting, ...marks };
      hasNew = true;
      schedule();
    },
    close() {
      hasNew = false;
      clearTimeout(timer);
    },
  };
}
