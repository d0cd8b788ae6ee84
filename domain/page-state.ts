/** Whether a manager's page is shown and takes messages. Without schemas, so browsers can load it (page-control.ts has them). */

/** The manager's own sentence while new messages are paused. */
export const PAUSE_SENTENCE_MAX = 200;
/** How far ahead the end of a pause can be. */
export const PAUSE_DAYS_MAX = 366;
/** How long the deletion of an account can be undone. */
export const DELETION_DAYS = 7;
/** How long the CDN shows a page as it was before a change. */
export const PAGE_SECONDS = 300;

/** No new messages until a day, or until further notice. `T` is the store's type of time. */
export interface StoredPause<T> {
  /** Empty: the page says so in its own words. */
  sentence: string;
  /** The day on which the manager is back, in their zone: `2026-12-12`. `null`: until further notice. */
  backOn: string | null;
  /** When that day begins; `null` with `backOn`. The pause ends then, without anyone's act. */
  until: T | null;
}

/** A pause as visitors see it; `until` in ms since 1970. */
export type Pause = StoredPause<number>;

/** What a manager decided about their page. A missing field means no: the page is shown, takes messages, and stays. */
export interface PageState<T> {
  pause?: StoredPause<T>;
  /** Since when the manager has taken the page offline. */
  offlineAt?: T;
  /** When the account will be deleted, as its manager asked; until then they can undo it. */
  deletionDueAt?: T;
  /** Why and since when the account can't be used. */
  closed?: { reason: ClosedReason; at: T };
}

/** The account was disabled by the host, is missing in Auth, or was deleted by its manager. */
export type ClosedReason = 'account-disabled' | 'account-missing' | 'account-deleted';

/** Whether the account is used, and nobody asked to delete it. */
export function isOpenAccount({ closed, deletionDueAt }: PageState<unknown>): boolean {
  return closed === undefined && deletionDueAt === undefined;
}

/** Whether a page can be read and written to. Any other is answered like an unknown address. */
export function isOpen(page: PageState<unknown>): boolean {
  return isOpenAccount(page) && page.offlineAt === undefined;
}

/** Whether the page is only offline: its visitors can still read, copy and delete their conversations. */
export function isOffline(page: PageState<unknown>): boolean {
  return page.closed === undefined && !isOpen(page);
}

/** The pause at a time in ms since 1970, or `null`. */
export function pauseAt({ pause }: PageState<{ toMillis(): number }>, nowMs: number): Pause | null {
  if (!pause) return null;
  const until = pause.until?.toMillis() ?? null;
  return isOver({ until }, nowMs) ? null : { ...pause, until };
}

/** Whether a pause has ended. */
export function isOver({ until }: Pick<Pause, 'until'>, nowMs: number): boolean {
  return until !== null && until <= nowMs;
}

/** What a visitor in a conversation must know of its page. `T` is the store's type of time. */
export interface StoredNotice<T> {
  pause?: StoredPause<T>;
  isOffline?: true;
  /** When the conversation will be deleted with the account. */
  endsAt?: T;
}

/** A notice as visitors get it; times in ms since 1970. */
export type PageNotice = StoredNotice<number>;

export function storedNotice<T>(page: PageState<T>): StoredNotice<T> {
  return {
    ...(page.pause && { pause: page.pause }),
    ...(isOffline(page) && { isOffline: true }),
    ...(page.deletionDueAt !== undefined && { endsAt: page.deletionDueAt }),
  };
}

/** The notice at a time in ms since 1970: without a pause that is over. */
export function noticeAt({ pause, endsAt, ...notice }: StoredNotice<{ toMillis(): number }>, nowMs: number): PageNotice {
  const current = pauseAt({ ...(pause && { pause }) }, nowMs);
  return { ...notice, ...(current && { pause: current }), ...(endsAt && { endsAt: endsAt.toMillis() }) };
}

export function noticeOfPage(page: PageState<{ toMillis(): number }>, nowMs: number): PageNotice {
  return noticeAt(storedNotice(page), nowMs);
}

/** For how long an answer about the page is valid, in whole seconds: not beyond the end of a pause. */
export function secondsFresh(pause: Pause | null, nowMs: number): number {
  const until = pause?.until ?? null;
  return until === null ? PAGE_SECONDS : Math.max(1, Math.min(PAGE_SECONDS, Math.floor((until - nowMs) / 1000)));
}
