import type { Entry, FileFault, Parsed } from './files/entry.ts';
import { mergeContacts } from './joined-contact.ts';
import { emailKeys, nameKeys, phoneKeys } from './person-keys.ts';

export interface ImportPlan {
  /** What would be added, in the order of the file. */
  added: readonly Entry[];
  /** How many are contacts already; they stay as they are. */
  known: number;
  /** How many are the same person as one before in the file, and were merged into that. */
  twice: number;
  faults: readonly FileFault[];
}

/**
 * What importing these entries would do. Two are the same person if they share an email address or a phone number, or a name, if one of
 * them has neither.
 */
export function planImport(parsed: readonly Parsed[], contacts: readonly Entry[]): ImportPlan {
  const known = new Index<null>();
  for (const contact of contacts) known.add(contact, null);
  const added: Entry[] = [];
  const inFile = new Index<number>();
  const counts = { known: 0, twice: 0 };
  const faults: FileFault[] = [];
  for (const { line, entry, fault } of parsed) {
    if (fault) faults.push({ line, kind: fault });
    if (!entry) continue;
    if (known.find(entry) !== undefined) {
      counts.known++;
      continue;
    }
    const before = inFile.find(entry);
    const first = before === undefined ? undefined : added[before];
    const merged = first && mergeContacts(withConversations(first), withConversations(entry));
    if (before !== undefined && merged) {
      const { conversations: _, ...whole } = merged;
      added[before] = whole;
      counts.twice++;
      inFile.add(whole, before);
      continue;
    }
    inFile.add(entry, added.length);
    added.push(entry);
  }
  return { added, ...counts, faults };
}

const withConversations = (entry: Entry) => ({ ...entry, conversations: [] });

/** Finds a person by email, phone number or name. */
class Index<Value> {
  readonly #reached = new Map<string, Value>();
  readonly #named = new Map<string, Value>();
  /** Names of those who have neither an email nor a phone number. */
  readonly #bare = new Map<string, Value>();

  add(entry: Entry, value: Value): void {
    const reach = reachOf(entry);
    for (const key of reach) if (!this.#reached.has(key)) this.#reached.set(key, value);
    for (const key of nameKeys(entry)) {
      if (!this.#named.has(key)) this.#named.set(key, value);
      if (reach.length === 0 && !this.#bare.has(key)) this.#bare.set(key, value);
    }
  }

  find(entry: Entry): Value | undefined {
    const reach = reachOf(entry);
    for (const key of reach) if (this.#reached.has(key)) return this.#reached.get(key);
    const names = reach.length === 0 ? this.#named : this.#bare;
    const [name] = nameKeys(entry);
    return name === undefined ? undefined : names.get(name);
  }
}

function reachOf(entry: Entry): string[] {
  return [...emailKeys(entry), ...phoneKeys(entry)];
}
