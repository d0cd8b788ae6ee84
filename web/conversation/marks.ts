import { HEARTBEAT_MS, TYPING_MS } from '@foyer/domain/limits';

/** What a participant tells the others about itself. Each write also updates their presence. */
export interface Marks {
  read?: true;
  /** `false`: they have stopped typing. */
  typing?: boolean;
}

export interface MarkWriter {
  typing(isTyping: boolean): void;
  /** Others' newest message, with this id, is on the screen and someone is looking. Written once for each message. */
  read(messageId: string): void;
  stop(): void;
}

interface Needs {
  write(marks: Marks): Promise<unknown>;
  isOnline(): boolean;
  /** Whether anyone is looking at the page. If given, presence is written immediately, and again when nothing was for `HEARTBEAT_MS`. */
  isHere?: () => boolean;
}

/** The rules refuse a write within a second of the last one; the clocks of both ends are less exact than that. */
const MARK_GAP_MS = 1200;

/**
 * Writes a participant's presence updates one at a time, at least 1.2 s apart; closer ones are merged. A refused read mark is retried once,
 * then goes with the next write: another tab may have written a moment ago. A refused typing mark is dropped. Nothing is written offline,
 * because it would arrive when it is no longer true.
 */
export function createMarkWriter({ write, isOnline, isHere }: Needs): MarkWriter {
  /** The next write. Without fields, it only renews presence. */
  let waiting: Marks | null = null;
  let owed: Marks = {};
  let hasFailed = false;
  let isWriting = false;
  let isTold = false;
  let readId = '';
  let typedAt = Number.NEGATIVE_INFINITY;
  let freeAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let heartbeat: ReturnType<typeof setTimeout> | undefined;

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
    // Every write renews presence.
    if (heartbeat !== undefined) beatLater();
    const isWritten =
      isOnline() &&
      (await write(marks).then(
        () => true,
        () => false,
      ));
    isWriting = false;
    // Counted from the response: on a slow connection two writes sent apart may arrive together.
    freeAt = Date.now() + MARK_GAP_MS;
    if (marks.read && !isWritten) owed = { read: true };
    if (waiting || (owed.read && isOnline() && !hasFailed)) put({});
    hasFailed = !isWritten;
  }

  function beat(): void {
    if (!isHere) return;
    if (isHere()) put({});
    beatLater();
  }
  function beatLater(): void {
    clearTimeout(heartbeat);
    heartbeat = setTimeout(beat, HEARTBEAT_MS);
  }
  beat();

  return {
    typing(isTyping) {
      if (!isTyping) {
        typedAt = Number.NEGATIVE_INFINITY;
        // A typing mark that was never written needs no clearing.
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
      clearTimeout(heartbeat);
    },
  };
}
