import type { ResumeCode } from '@foyer/domain/resume-code';
import { keepTexts } from '../../conversation/kept-texts.ts';
import type { Unsent } from '../../conversation/outbox.ts';

/** An unacknowledged message of a visitor. It is bound to its conversation, so it can never be sent to another one. */
export interface UnsentMessage extends Unsent {
  /** The code of the conversation that it starts; set at the first attempt. */
  code?: ResumeCode;
  conversationId?: string;
  name?: string;
  email?: string;
  section?: string;
}

/** What this browser stores about its conversation with one manager. */
export interface Kept {
  conversationId?: string;
  /** Stored to show it again; it is the person's own browser. Removing the conversation from the device removes it. */
  code?: ResumeCode;
  /** Replaces `code` once the server has confirmed it: until then either of the two may be valid. */
  newCode?: ResumeCode;
  /** A sign-out of the other devices is in progress. Until the answer is known, this browser may have been signed out with them. */
  isSigningOut?: boolean;
  /** When this browser started the conversation, by its own clock, in ms since 1970. */
  startedAt?: number;
  /** When the manager's newest message that was on screen here was sent, in ms since 1970 by the server's clock. */
  readAt?: number;
  /** This browser gets a notification when the manager answers. The id is its own, made for this conversation. */
  pushId?: string;
  /** The mail that tells of an answer, as last known. */
  mail?: 'unconfirmed' | 'on';
  isCodeSeen?: boolean;
  isCodeCopied?: boolean;
  pending: UnsentMessage[];
}

export interface Keeper {
  /** The page's manager. */
  readonly managerId: string;
  read(): Kept;
  /** Reads, changes and writes in one step: other tabs of the page write here too. */
  change(update: (kept: Kept) => Kept): void;
  forget(): void;
}

/** The key of the conversation with a manager, independent of the page's address. The island checks it before it loads anything else. */
export const keptKey = (managerId: string) => `foyer:${managerId}`;
/** The key of unsent text (drafts.ts). Forgetting removes it too. */
const draftsKey = (managerId: string) => `foyer-draft:${managerId}`;

/** Uses `storage`, or memory if storage is refused. Before the first send only a draft is stored (drafts.ts). */
export function createKeeper(managerId: string, storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Keeper {
  const key = keptKey(managerId);
  const texts = keepTexts(storage);

  const read = (): Kept => {
    try {
      const stored = JSON.parse(texts.read(key) ?? '0') as Kept;
      if (Array.isArray(stored.pending)) return stored;
    } catch {
      // Not our data: treat it as missing.
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
