import { ApiProblem } from '../lib/api.ts';
import type { Failure } from './outbox.ts';

/** The server is well, and takes nothing for a while. The message waits, by itself if it is not for long. */
const PAUSES: readonly string[] = ['too-many-conversations', 'inbox-full', 'new-conversations-paused', 'sending-paused'];
const PATIENCE_MS = 60_000;

/** What a failed request to the API means for the message that it carried. */
export function apiFailure(cause: unknown): Failure {
  const problem = cause instanceof ApiProblem ? cause : new ApiProblem('internal', 'Something went wrong here. Please try again.');
  const { code, body, message: title, isTransient } = problem;
  const [error] = body.errors ?? [];
  const waitMs = (body.retryAfterSeconds ?? 0) * 1000;
  const failure = { why: error?.message ?? title, waitMs };
  const isPaused = PAUSES.includes(code);
  if (code === 'offline' || code === 'too-fast') return { outcome: 'wait', reason: code, ...failure };
  if (isPaused && waitMs > 0 && waitMs <= PATIENCE_MS) return { outcome: 'wait', reason: 'paused', ...failure };
  if (isTransient) return { outcome: 'retry', ...failure };
  if (isPaused) return { outcome: 'stop', ...failure };
  return { outcome: 'skip', ...failure, ...(code === 'invalid-request' && { wrong: error?.path ?? 'text' }) };
}
