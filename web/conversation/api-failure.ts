import { ApiProblem } from '../lib/api.ts';
import { isTransient } from '../lib/is-transient.ts';
import type { Failure } from './outbox.ts';

/** With these codes a healthy server refuses messages for a while. They are resent automatically after a wait of up to a minute. */
const PAUSES: readonly string[] = ['too-many-conversations', 'inbox-full', 'new-conversations-paused', 'sending-paused'];
const PATIENCE_MS = 60_000;

/** What a failed request to the API means for its message. `why` is the failure's sentence. */
export function apiFailure(cause: unknown, why: string): Failure {
  const problem = cause instanceof ApiProblem ? cause : new ApiProblem('internal');
  const { code, body } = problem;
  const [error] = body.errors ?? [];
  const waitMs = (body.retryAfterSeconds ?? 0) * 1000;
  const failure = { why, waitMs };
  const isPaused = PAUSES.includes(code);
  if (code === 'offline' || code === 'too-fast') return { outcome: 'wait', reason: code, ...failure };
  if (isPaused && waitMs > 0 && waitMs <= PATIENCE_MS) return { outcome: 'wait', reason: 'paused', ...failure };
  if (isTransient(problem)) return { outcome: 'retry', ...failure };
  if (isPaused) return { outcome: 'stop', ...failure };
  return { outcome: 'skip', ...failure, ...(code === 'invalid-request' && { wrong: error?.path ?? 'text' }) };
}
