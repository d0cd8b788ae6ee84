import type { ResumeCode } from '@foyer/domain/resume-code';
import { keepTexts } from '../../conversation/kept-texts.ts';
import type { Unsent } from '../../conversation/outbox.ts';

/** A visitor's message that is not acknowledged. It is bound to its conversation, so that it can never go to another one. */
export interface UnsentMessage extends Unsent {
  /** Of the conversation that it starts, from the first attempt on. */
  code?: ResumeCode;
  /** Of the conversation that it belongs to. */
  conversationId?: string;
  name?: string;
  email?: string;
  section?: string;
}

/** What this browser knows of its conversation with one manager. */
export interface Kept {
  conversationId?: string;
  /** Kept so that it can be shown again; it is the person's own browser. Forgetting the device removes it. */
  code?: ResumeCode;
  /** Made to take the place of `code`, and not yet known to have done so: until then either of the two may be the right one. */
  newCode?: ResumeCode;
  /** The other devices are being signed out. While the answer is not known, this browser may have been signed out with them. */
  isSigningOut?: boolean;
  /** When this browser started the conversation, by its own clock, in ms since 1970. */
  startedAt?: number;
  /** When the newest message of the manager was sent that was on the screen here, in ms since 1970 by the server's clock. */
  readAt?: number;
  isCodeSeen?: boolean;
  isCodeCopied?: boolean;
  pending: UnsentMessage[];
}

export interface Keeper {
  /** Whose page it is. */
  readonly managerId: string;
  read(): Kept;
  /** Reads, changes and writes in one step: other tabs of the page write here too. */
  change(update: (kept: Kept) => Kept): void;
  forget(): void;
}

/** Where the conversation with a manager is kept, whatever the page's address is by then. The island looks here before anything else is loaded. */
export const keptKey = (managerId: string) => `foyer:${managerId}`;
/** Where drafts.ts keeps what was not sent. Forgetting takes it along. */
const draftsKey = (managerId: string) => `foyer-draft:${managerId}`;

/** Keeps to `storage`, or to memory where storage is refused. Only a draft is stored before the first send (drafts.ts). */
export function createKeeper(managerId: string, storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Keeper {
  const key = keptKey(managerId);
  const texts = keepTexts(storage);

  const read = (): Kept => {
    try {
      const stored: unknown = JSON.parse(texts.read(key) ?? 'null');
      if (isKept(stored)) return stored;
    } catch {
      // Not ours: then there is nothing.
    }
    return { pending: [] };
  };

  return {
    managerId,
    read,
    change: (update) => texts.write(key, JSON.stringify(update(read()))),
    forget() {
      texts.write(key, null);
      texts.write(draftsKey(managerId), null);
    },
  };
}

function isKept(stored: unknown): stored is Kept {
  return typeof stored === 'object' && stored !== null && 'pending' in stored && Array.isArray(stored.pending);
}
