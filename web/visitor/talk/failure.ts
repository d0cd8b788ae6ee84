import { apiFailure } from '../../conversation/api-failure.ts';
import type { Failure } from '../../conversation/outbox.ts';
import { heed } from './endings.ts';
import type { Talk } from './talk.ts';

/** What a failed attempt means for the message, after what it means for the whole conversation. */
export function failureOf(talk: Talk, cause: unknown): Failure {
  if (!heed(talk, cause)) return apiFailure(cause);
  return { outcome: 'ended', ...(talk.state.phase === 'ended' && { reason: 'ended' }), why: '', waitMs: 0 };
}
