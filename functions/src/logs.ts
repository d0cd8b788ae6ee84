import type { ClosedReason } from '@foyer/domain/manager';
import { error, info, warn } from 'firebase-functions/logger';

/**
 * Every line that the functions write, by name. A line holds ids of routes and problems, never a text, a code, a cookie, an e-mail
 * or an address; an error's message may quote any of them, so only its name, its code and the place it came from are kept.
 */
export const logs = {
  conversationStarted: (managerId: string) => info('conversation.started', { managerId }),
  pageMoved: (managerId: string) => info('page.moved', { managerId }),
  pageClaimed: (managerId: string) => info('page.claimed', { managerId }),
  pageClosed: (managerId: string, reason: ClosedReason) => warn('page.closed', { managerId, reason }),
  pageReopened: (managerId: string) => info('page.reopened', { managerId }),
  accountErasureBegun: (managerId: string) => info('account.erasure-begun', { managerId }),
  accountErased: (managerId: string) => info('account.erased', { managerId }),
  conversationsWoken: (count: number) => info('conversations.woken', { count }),
  conversationsUpgraded: (count: number) => info('conversations.upgraded', { count }),
  messagesCounted: (count: number) => info('messages.counted', { count }),
  conversationErased: (managerId: string) => info('conversation.erased', { managerId }),
  conversationReported: (managerId: string, conversationId: string) => warn('conversation.reported', { managerId, conversationId }),
  pictureKept: (managerId: string, bytes: number) => info('picture.kept', { managerId, bytes }),
  pictureUnreadable: (cause: unknown) => warn('picture.unreadable', describe(cause)),
  purgeFailed: (kind: string, cause: unknown) => error('purge.failed', { kind, ...describe(cause) }),
  purged: (counts: Record<string, number>) => info('purged', counts),
  recaptchaOff: () => info('recaptcha.off'),
  appCheckOff: () => info('app-check.off'),
  assessmentUnavailable: (cause: unknown) => warn('assessment.unavailable', describe(cause)),
  /** `reason` is what Auth or App Check says, or `visitor` for a visitor's user where a manager is expected. */
  signInRefused: (reason: unknown) => security('sign-in.refused', reasonOf(reason)),
  /** A visitor's user that was given an address, a password or another way to sign in (decisions/027). */
  linkedVisitorRemoved: () => security('visitor.linked', 'removed'),
  providersRemoved: (count: number) => warn('providers.removed', { count }),
  originRefused: () => security('origin.refused', 'foreign'),
  cookieRefused: () => security('cookie.refused', 'signature'),
  codeRefused: (reason: 'unknown' | 'too-many') => security('code.refused', reason),
  codeReplaced: (managerId: string) => info('code.replaced', { managerId }),
  /** A call through the site from an address that `TRUSTED_PROXIES` lacks: Hosting's ranges have changed, or the caller made the header up. */
  proxyUnlisted: () => security('proxy.unlisted', 'address'),
  proofRefused: () => security('proof.refused', 'unsolved'),
  sessionNotEnded: (cause: unknown) => error('session.not-ended', describe(cause)),
  breakerModeUnknown: (unknown: string, mode: string) => error('breaker.mode-unknown', { unknown, mode }),
  budgetSpent: (costs: number, budget: number, currency: string | null) => error('budget.spent', { costs, budget, currency }),
  budgetUnreadable: () => error('budget.unreadable'),
  limitsUnavailable: (cause: unknown) => error('limits.unavailable', describe(cause)),
  tokenUnavailable: (cause: unknown) => warn('token.unavailable', describe(cause)),
  requestFailed: (method: string, route: string, cause: unknown) => error('request.failed', { method, route, ...describe(cause) }),
};

/** A flood of refusals must not become a bill for logs: of one kind and reason there is one line a minute at most. */
const SECURITY_LINE_MS = 60_000;
const tallies = new Map<string, { times: number; loggedAt: number }>();

/** A refusal that may be part of an attack. `times` is how many there were in this instance since the line before. */
function security(kind: string, reason: string): void {
  const key = `${kind} ${reason}`;
  const tally = tallies.get(key) ?? { times: 0, loggedAt: Number.NEGATIVE_INFINITY };
  tallies.set(key, tally);
  tally.times++;
  if (Math.abs(Date.now() - tally.loggedAt) < SECURITY_LINE_MS) return;
  warn(kind, { reason, times: tally.times });
  tallies.set(key, { times: 0, loggedAt: Date.now() });
}

/** A word of ours or an error's code, never its message. */
function reasonOf(reason: unknown): string {
  return typeof reason === 'string' ? reason : (describe(reason).errorCode ?? 'unknown');
}

function describe(cause: unknown): { error: string; errorCode?: string; at: string[] } {
  if (!(cause instanceof Error)) return { error: typeof cause, at: [] };
  const code =
    'code' in cause && (typeof cause.code === 'string' || typeof cause.code === 'number') ? { errorCode: String(cause.code) } : {};
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: cause.name, ...code, at: frames.slice(0, 6).map((line) => line.trim()) };
}
