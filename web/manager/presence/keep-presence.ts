import { HEARTBEAT_MS } from '@foyer/domain/limits';
import type { ChosenState } from '@foyer/domain/manager-presence';
import type { Availability } from '@foyer/domain/settings';

/** What visitors can read. */
export interface Stored {
  /** In ms since 1970 by the server's clock; `null` if there is none. */
  seenAt: number | null;
  state: ChosenState | null;
}

/** A status and when it ends, in ms since 1970, or `null` if it doesn't. */
export interface Status {
  text: string;
  until: number | null;
}

/** One write. Fields that are absent stay as they are. */
export interface PresenceChange {
  /** Seen now, or not seen any more. */
  isSeen?: boolean;
  state?: ChosenState | null;
  status?: Status | null;
}

export interface PresenceKeeper {
  /** What this browser should say; `null` if it should say nothing: another tab does, or the settings are unknown. */
  want(wanted: Wanted | null): void;
  /** The server's current document, each time it changes. */
  heard(stored: Stored): void;
  /** Rejects if it is refused again and again. */
  setStatus(status: Status | null): Promise<void>;
  /** Tries again. Call it when the connection is back. */
  wake(): void;
  /** Says that nobody is here, if this browser has said the opposite. */
  leave(): Promise<void>;
  stop(): void;
}

interface Wanted {
  availability: Availability;
  /** Whether the manager has used this browser lately. */
  isActive: boolean;
}

interface Needs {
  write(change: PresenceChange): Promise<unknown>;
  isOnline(): boolean;
}

/** The rules refuse a write within a second of the last one; the clocks of both ends are less exact than that. */
const GAP_MS = 1200;
/** A status that was refused this often is given back. */
const ATTEMPTS = 4;

/**
 * Keeps a manager's presence as it should be, with as few writes as possible. Other devices write the same document: a heartbeat of theirs
 * spares one here, and what contradicts this device is corrected. Being away and being invisible look the same: no `seenAt`.
 */
export function createPresenceKeeper({ write, isOnline }: Needs): PresenceKeeper {
  let wanted: Wanted | null = null;
  let stored: Stored | null = null;
  let pending: { status: Status | null; attempts: number; done(): void; failed(cause: unknown): void } | null = null;
  /** Whether this device has said that the manager is here. Another device may say so when this one doesn't. */
  let hasSaid = false;
  let beatAt = Number.NEGATIVE_INFINITY;
  let freeAt = Number.NEGATIVE_INFINITY;
  let failures = 0;
  let writing: Promise<unknown> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isHere = () => wanted?.availability === 'automatic' && wanted.isActive;

  function due(): PresenceChange {
    if (!wanted || !stored) return {};
    const { availability } = wanted;
    const state = availability === 'away' || availability === 'do-not-disturb' ? availability : null;
    const isDue = isHere() ? stored.seenAt === null || Date.now() - beatAt >= HEARTBEAT_MS : false;
    const isOver = !isHere() && stored.seenAt !== null && (hasSaid || availability !== 'automatic');
    return { ...(state !== stored.state && { state }), ...(isDue && { isSeen: true }), ...(isOver && { isSeen: false }) };
  }

  function plan(): void {
    clearTimeout(timer);
    if (writing) return;
    const now = Date.now();
    const isDue = pending !== null || Object.keys(due()).length > 0;
    if (isDue) timer = setTimeout(send, Math.max(0, freeAt - now));
    else if (stored && isHere()) timer = setTimeout(plan, Math.max(0, beatAt + HEARTBEAT_MS - now));
  }

  async function send(): Promise<void> {
    if (!isOnline()) return;
    const status = pending;
    const change: PresenceChange = { ...due(), ...(status && { status: status.status }) };
    if (Object.keys(change).length === 0) return plan();
    if (change.isSeen !== undefined) hasSaid = change.isSeen;
    if (change.isSeen) beatAt = Date.now();
    writing = write(change);
    try {
      await writing;
      failures = 0;
      if (pending === status) pending = null;
      status?.done();
    } catch (cause) {
      failures++;
      if (change.isSeen) beatAt = Number.NEGATIVE_INFINITY;
      if (status && ++status.attempts >= ATTEMPTS) {
        if (pending === status) pending = null;
        status.failed(cause);
      }
    }
    writing = null;
    freeAt = Date.now() + Math.min(GAP_MS * 2 ** failures, HEARTBEAT_MS);
    plan();
  }

  return {
    want(next) {
      wanted = next;
      plan();
    },
    heard(next) {
      // The first one may be old. By this browser's clock nothing can be said about its age.
      if (stored && next.seenAt !== null && next.seenAt !== stored.seenAt) beatAt = Date.now();
      stored = next;
      plan();
    },
    setStatus(status) {
      pending?.done();
      return new Promise((done, failed) => {
        pending = { status, attempts: 0, done, failed };
        plan();
      });
    },
    wake: plan,
    async leave() {
      clearTimeout(timer);
      await writing?.catch(() => {});
      if (hasSaid && isOnline()) await write({ isSeen: false });
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
