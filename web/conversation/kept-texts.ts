/** Texts that this browser keeps by their keys. */
export interface KeptTexts {
  read(key: string): string | null;
  /** `null` removes it. */
  write(key: string, text: string | null): void;
}

/** Keeps texts in `storage`. What it refuses stays in this tab's memory: it may be full, and where it is forbidden asking for it throws. */
export function keepTexts(storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): KeptTexts {
  const refused = new Map<string, string | null>();
  return {
    read(key) {
      const text = refused.get(key);
      if (text !== undefined) return text;
      try {
        return storage().getItem(key);
      } catch {
        return null;
      }
    },
    write(key, text) {
      refused.delete(key);
      try {
        if (text === null) storage().removeItem(key);
        else storage().setItem(key, text);
      } catch {
        refused.set(key, text);
      }
    },
  };
}
