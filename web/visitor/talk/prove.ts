import type { Challenge } from '@foyer/domain/problem';
import { speakCards } from '../speak.ts';
import { solveChallenge } from './challenge.ts';
import { whyOf } from './sentence-of.ts';
import type { Talk } from './talk.ts';

/** Solves the challenge of a refused first message, and says meanwhile what it waits for. Returns `null` if there is no solution. */
export async function prove({ set }: Talk, cause: unknown, challenge: Challenge): Promise<string | null> {
  await speakCards();
  set({ said: whyOf(cause) });
  const proof = await solveChallenge(challenge);
  set({ said: '' });
  return proof;
}
