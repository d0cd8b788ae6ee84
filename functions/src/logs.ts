import type { ClosedReason } from '@foyer/domain/page-state';
import { error, info, warn } from 'firebase-functions/logger';

/**
 * A line holds ids of routes and problems, never a text, code, cookie, email or address. An error's message may quote any of them, so only
 * its name, code and origin are logged.
 */
export const logs = {
  conversationStarted: (managerId: string) => info('conversation.started', { managerId }),
  pageMoved: (managerId: string) => info('page.moved', { managerId }),
  pageClaimed: (managerId: string) => info('page.claimed', { managerId }),
  pageClosed: (managerId: string, reason: ClosedReason) => warn('page.closed', { managerId, reason }),
  pageReopened: (managerId: string) => info('page.reopened', { managerId }),
  accountDeletionRequested: (managerId: string) => info('account.deletion-requested', { managerId }),
  accountDeletionUndone: (managerId: string) => info('account.deletion-undone', { managerId }),
  accountErasureBegun: (managerId: string) => info('account.erasure-begun', { managerId }),
  accountErased: (managerId: string) => info('account.erased', { managerId }),
  conversationsWoken: (count: number) => info('conversations.woken', { count }),
  scheduledReplies: (sent: number, failed: number) => info('scheduled-replies.done', { sent, failed }),
  scheduledReplyNotSent: (cause: unknown) => error('scheduled-reply.not-sent', describe(cause)),
  conversationsUpgraded: (count: number) => info('conversations.upgraded', { count }),
  searchIndexed: (count: number) => info('search.indexed', { count }),
  messagesCounted: (count: number) => info('messages.counted', { count }),
  conversationErased: (managerId: string) => info('conversation.erased', { managerId }),
  conversationReported: (managerId: string, conversationId: string) => warn('conversation.reported', { managerId, conversationId }),
  pictureKept: (managerId: string, bytes: number) => info('picture.kept', { managerId, bytes }),
  pictureUnreadable: (cause: unknown) => warn('picture.unreadable', describe(cause)),
  subscriberFailed: (subscriber: string, cause: unknown) => error('subscriber.failed', { subscriber, ...describe(cause) }),
  /** The setting's name: mail is off until it is corrected. */
  mailSettingWrong: (setting: string) => error('mail.setting-wrong', { setting }),
  mailRefused: (cause: unknown) => warn('mail.refused', describe(cause)),
  mailNotSent: (cause: unknown) => error('mail.not-sent', describe(cause)),
  mailServerDown: (cause: unknown) => error('mail.server-down', describe(cause)),
  mailServerBack: () => info('mail.server-back'),
  mailsSent: (counts: Record<string, number>) => info('mail.sent', counts),
  purgeFailed: (kind: string, cause: unknown) => error('purge.failed', { kind, ...describe(cause) }),
  purged: (counts: Record<string, number>) => info('purged', counts),
  pushFailed: (cause: unknown) => warn('push.failed', describe(cause)),
  pushKeyUnreadable: () => error('push.key-unreadable'),
  recaptchaOff: () => info('recaptcha.off'),
  appCheckOff: () => info('app-check.off'),
  assessmentUnavailable: (cause: unknown) => warn('assessment.unavailable', describe(cause)),
  /** `reason` comes from Auth or App Check, or is `visitor` for a visitor's user where a manager is expected. */
  signInRefused: (reason: unknown) => security('sign-in.refused', reasonOf(reason)),
  /** A visitor's user had an address, a password or another sign-in method (decisions/027). */
  linkedVisitorRemoved: () => security('visitor.linked', 'removed'),
  providersRemoved: (count: number) => warn('providers.removed', { count }),
  originRefused: () => security('origin.refused', 'foreign'),
  cookieRefused: () => security('cookie.refused', 'signature'),
  codeRefused: (reason: 'unknown' | 'too-many') => security('code.refused', reason),
  codeReplaced: (managerId: string) => info('code.replaced', { managerId }),
  /** A call through the site from an address that `TRUSTED_PROXIES` lacks: Hosting's ranges changed, or the caller forged the header. */
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

/** At most one line a minute per kind and reason: a flood of refusals must not become a bill for logs. */
const SECURITY_LINE_MS = 60_000;
const tallies = new Map<string, { times: number; loggedAt: number }>();

/** `times` counts the refusals in this instance since the previous line. */
function security(kind: string, reason: string): void {
  const key = `${kind} ${reason}`;
  const tally = tallies.get(key) ?? { times: 0, loggedAt: Number.NEGATIVE_INFINITY };
  tallies.set(key, tally);
  tally.times++;
  if (Math.abs(Date.now() - tally.loggedAt) < SECURITY_LINE_MS) return;
  warn(kind, { reason, times: tally.times });
  tallies.set(key, { times: 0, loggedAt: Date.now() });
}

/** Our own reason or an error's code, never its message. */
function reasonOf(reason: unknown): string {
  return typeof reason === 'string' ? reason : (describe(reason).errorCode ?? 'unknown');
}

/** An error's name and code, in a few words that can be stored. */
export function errorName(cause: unknown): string {
  const { error: name, errorCode } = describe(cause);
  return errorCode === undefined ? name : `${name} ${errorCode}`;
}

function describe(cause: unknown): { error: string; errorCode?: string; at: string[] } {
  if (!(cause instanceof Error)) return { error: typeof cause, at: [] };
  const code =
    'code' in cause && (typeof cause.code === 'string' || typeof cause.code === 'number') ? { errorCode: String(cause.code) } : {};
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: cause.name, ...code, at: frames.slice(0, 6).map((line) => line.trim()) };
}
