import { inTime } from '@foyer/words/in-time';
import { apiFailure } from '../../conversation/api-failure.ts';
import type { Failure } from '../../conversation/outbox.ts';
import { locale } from '../../lib/language.ts';
import { speakCards } from '../speak.ts';
import { cards } from '../words.ts';
import { handleEnding } from './endings.ts';
import { whyOf } from './sentence-of.ts';
import type { Talk } from './talk.ts';

/** Handles what concerns the whole conversation, then returns what the failure means for the message. Rejects without its words. */
export async function failureOf(talk: Talk, cause: unknown): Promise<Failure> {
  await speakCards();
  if (handleEnding(talk, cause)) return { outcome: 'ended', ...(talk.state.phase === 'ended' && { reason: 'ended' }), why: '', waitMs: 0 };
  const failure = apiFailure(cause, whyOf(cause));
  const { reason, why, waitMs } = failure;
  const when = inTime(locale, waitMs / 1000);
  if (reason === 'too-fast') return { ...failure, why: cards.tooFast({ when }) };
  return reason === 'paused' ? { ...failure, why: cards.sendsIn({ why, when }) } : failure;
}
