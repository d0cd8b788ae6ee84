export interface KeptTexts {
  read(key: string): string | null;
  /** `null` removes it. */
  write(key: string, text: string | null): void;
}

/** Keeps texts in `storage`, or in this tab's memory where storage is full, or forbidden, which makes accessing it throw. */
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
