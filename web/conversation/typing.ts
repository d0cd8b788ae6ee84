import { TYPING_MS } from '@foyer/domain/limits';

/** Derives from marks whether the other participant is typing. Times are in ms by the server's clock; 0 for none. */
export interface TypingEar {
  mark(typingAt: number): void;
  /** The time of their newest message: it ends earlier typing. */
  message(createdAt: number): void;
  stop(): void;
}

/**
 * Clocks differ, so the first mark counts only if it is fresh by this clock, and a mark that moves on is new whatever its time. Typing
 * shows for `TYPING_MS`, until the mark is removed, or until a newer message arrives.
 */
export function hearTyping(changed: (isTyping: boolean) => void): TypingEar {
  let heard: number | null = null;
  let endedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const end = () => {
    clearTimeout(timer);
    changed(false);
  };

  return {
    mark(typingAt) {
      const isNew = heard === null ? Math.abs(Date.now() - typingAt) < TYPING_MS : typingAt > heard;
      heard = typingAt;
      if (typingAt <= endedAt) end();
      else if (isNew) {
        clearTimeout(timer);
        changed(true);
        timer = setTimeout(end, TYPING_MS);
      }
    },
    message(createdAt) {
      if (createdAt <= endedAt) return;
      endedAt = createdAt;
      if (heard !== null && heard <= endedAt) end();
    },
    stop: () => clearTimeout(timer),
  };
}
