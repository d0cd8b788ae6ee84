/** Longer than any retry waits anyway: a push service must not be able to stop notifications for days. */
export const RETRY_AFTER_MAX_MS = 4 * 3600_000;

const SECONDS = /^\d{1,9}$/;
/** The only form of a date that a server may send (RFC 9110, 5.6.7). `Date.parse` would read much more. */
const DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** How long a server wants us to wait, by its `Retry-After` header: seconds, or a date. 0 if it says nothing that can be read. */
export function retryAfterMs(header: string | undefined, nowMs: number): number {
  const asked = header?.trim() ?? '';
  const waitMs = SECONDS.test(asked) ? Number(asked) * 1000 : DATE.test(asked) ? Date.parse(asked) - nowMs : 0;
  return Number.isFinite(waitMs) ? Math.min(RETRY_AFTER_MAX_MS, Math.max(0, waitMs)) : 0;
}
