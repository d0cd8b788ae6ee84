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
  limitsUnavailable: (cause: unknown) => error('limits.unavailable', describe(cause)),
  tokenUnavailable: (cause: unknown) => warn('token.unavailable', describe(cause)),
  requestFailed: (method: string, route: string, cause: unknown) => error('request.failed', { method, route, ...describe(cause) }),
};

function describe(cause: unknown): { error: string; errorCode?: string; at: string[] } {
  if (!(cause instanceof Error)) return { error: typeof cause, at: [] };
  const code =
    'code' in cause && (typeof cause.code === 'string' || typeof cause.code === 'number') ? { errorCode: String(cause.code) } : {};
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: cause.name, ...code, at: frames.slice(0, 6).map((line) => line.trim()) };
}
