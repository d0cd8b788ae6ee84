/** A short list of texts on this device, the newest first. If storage is refused, nothing is kept. */
export interface RecentList {
  read(): string[];
  /** Keeps a text as the newest. */
  keep(text: string): void;
  remove(text: string): void;
  clear(): void;
}

/** The list of at most `max` texts under a key of `localStorage`. */
export function recentList(key: string, max: number): RecentList {
  const read = (): string[] => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
      return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string').slice(0, max) : [];
    } catch {
      return [];
    }
  };
  const write = (texts: readonly string[]) => {
    try {
      if (texts.length > 0) localStorage.setItem(key, JSON.stringify(texts.slice(0, max)));
      else localStorage.removeItem(key);
    } catch {}
  };
  const without = (text: string) => read().filter((other) => other !== text);
  return {
    read,
    keep: (text) => write([text, ...without(text)]),
    remove: (text) => write(without(text)),
    clear: () => write([]),
  };
}
