/** Without schemas, so visitors can load it (presence.ts has them). */

import type { StoredNotice } from './page-state.ts';

/** What a manager chose by hand. Without one, `seenAt` decides. */
export const CHOSEN_STATES = ['away', 'do-not-disturb'] as const;
export type ChosenState = (typeof CHOSEN_STATES)[number];

export const PRESENCE_STATUS_MAX = 200;

/** A manager's presence, readable by their visitors. `T` is the store's type of time. A missing field means: not here, nothing chosen, no status. */
export interface ManagerPresenceDocument<T> {
  /** When a dashboard was last open and used. Absent while none is, and for managers who are invisible: visitors can't tell the two apart. */
  seenAt?: T;
  state?: ChosenState;
  /** One line of plain text. It stays while the manager is away. */
  status?: string;
  /** Until when the status is true; absent if it has no end. Readers compare. */
  statusUntil?: T;
  updatedAt?: T;
  /** What open conversations must know of the page, written by the server with every change of it. Absent: ask the API. */
  page?: StoredNotice<T>;
}

/** What visitors see. */
export interface ShownPresence {
  look: 'online' | ChosenState;
  /** Empty if there is none. */
  status: string;
}

interface Known {
  /** Whether `seenAt` counts: less than `SEEN_MS` have passed since it was written. */
  isSeen: boolean;
  state?: ChosenState | undefined;
  status?: string | undefined;
  /** In ms since 1970. */
  statusUntil?: number | undefined;
}

/** Absence looks the same whatever its reason: away by itself, no dashboard, invisible. An expired status is none. */
export function shownPresence({ isSeen, state, status = '', statusUntil = Number.POSITIVE_INFINITY }: Known, nowMs: number): ShownPresence {
  return { look: state ?? (isSeen ? 'online' : 'away'), status: nowMs < statusUntil ? status : '' };
}
