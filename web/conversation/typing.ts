import { TYPING_MS } from '@foyer/domain/limits';

/** Hears from marks whether somebody is typing. Times are in ms by the server's clock; 0 for none. */
export interface TypingEar {
  /** Their typing mark, each time that it is heard. */
  mark(typingAt: number): void;
  /** When they wrote their newest message: it ends the typing before it. */
  message(createdAt: number): void;
  stop(): void;
}

/**
 * Clocks differ, so the first mark counts only when it is fresh by this one, and a mark that moves on is new whatever it says. It shows for
 * `TYPING_MS`, or until it goes, or until a newer message is there.
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
