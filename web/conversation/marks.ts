import { TYPING_MS } from '@foyer/domain/limits';

/** What a participant tells the others of itself. Each write also says that they are there. */
export interface Marks {
  read?: true;
  /** `false`: they have stopped. */
  typing?: boolean;
}

export interface MarkWriter {
  /** The person is writing, or has stopped. */
  typing(isTyping: boolean): void;
  /** The message with this id, the newest of the others, is on the screen, and somebody looks. Told once for each message. */
  read(messageId: string): void;
  stop(): void;
}

interface Needs {
  write(marks: Marks): Promise<unknown>;
  isOnline(): boolean;
  /** Whether anybody looks at the page. With it, being there is told at once and again within each minute. */
  isHere?: () => boolean;
}

/** The rules refuse a write within a second of the last; the clocks of both ends are not that exact. */
const MARK_GAP_MS = 1200;
/** Under the minute for which a person counts as present (`SEEN_MS`). */
const HEARTBEAT_MS = 50_000;

/**
 * Writes a participant's marks, one write at a time and none within 1.2 s of another; marks that come closer go together. A read mark that
 * was refused is written once more, and then goes with the next mark: another tab may have written a moment ago. Typing is worth nothing
 * later. Without a connection nothing is written, because it would arrive when it is no longer true.
 */
export function createMarkWriter({ write, isOnline, isHere }: Needs): MarkWriter {
  /** What is to be written; without marks, only that somebody is here. */
  let waiting: Marks | null = null;
  /** A read mark that was not written. */
  let owed: Marks = {};
  let hasFailed = false;
  let isWriting = false;
  let isTold = false;
  let readId = '';
  let typedAt = Number.NEGATIVE_INFINITY;
  let freeAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function put(marks: Marks): void {
    waiting = { ...owed, ...waiting, ...marks };
    owed = {};
    if (!isWriting) timer ??= setTimeout(send, Math.max(0, freeAt - Date.now()));
  }

  async function send(): Promise<void> {
    timer = undefined;
    const marks = waiting;
    waiting = null;
    if (!marks) return;
    isTold = marks.typing ?? isTold;
    isWriting = true;
    const isWritten =
      isOnline() &&
      (await write(marks).then(
        () => true,
        () => false,
      ));
    isWriting = false;
    // Counted from the answer: on a slow line two writes sent apart may arrive together.
    freeAt = Date.now() + MARK_GAP_MS;
    if (marks.read && !isWritten) owed = { read: true };
    if (waiting || (owed.read && isOnline() && !hasFailed)) put({});
    hasFailed = !isWritten;
  }

  const beat = () => isHere?.() && put({});
  const heartbeat = isHere && setInterval(beat, HEARTBEAT_MS);
  beat();

  return {
    typing(isTyping) {
      if (!isTyping) {
        typedAt = Number.NEGATIVE_INFINITY;
        // What was never told has no end to tell.
        if (isTold) put({ typing: false });
        else if (waiting?.typing) waiting = waiting.read ? { read: true } : null;
      } else if (Date.now() - typedAt >= TYPING_MS / 2) {
        typedAt = Date.now();
        put({ typing: true });
      }
    },
    read(messageId) {
      if (messageId === readId) return;
      readId = messageId;
      hasFailed = false;
      put({ read: true });
    },
    stop() {
      clearTimeout(timer);
      clearInterval(heartbeat);
    },
  };
}
