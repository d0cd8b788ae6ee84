import type { Tray } from '@foyer/domain/conversation';
import { LRUCache } from 'lru-cache';
import type { Cloud } from '../cloud.ts';
import type { Network } from '../http/network.ts';
import { Problem } from '../http/problem.ts';
import { admitNewConversations } from '../limits/breaker.ts';
import { enterManagersHour, untilNextHourMs } from '../limits/manager-load.ts';
import { takeNetworkTurn } from '../limits/network-limits.ts';
import { challengeFor, isSolved } from './challenge.ts';
import type { Assessment } from './recaptcha.ts';

export interface Vouching {
  conversationId: string;
  messageId: string;
  recaptchaToken?: string | undefined;
  proof?: string | undefined;
  /** Sent as a form, by a browser without JavaScript: nothing vouches for it, and it can prove nothing. */
  isForm?: boolean | undefined;
}

/** reCAPTCHA's own advice is to begin at 0.5 and to refuse only what is close to 0. */
const SCORE = { person: 0.7, likely: 0.5, program: 0.3 } as const;

/** What one new conversation counts for in its network's limit. */
const WEIGHT = { person: 1 / 3, proven: 1 / 2, likely: 1, unsure: 2 } as const;

const memories = new WeakMap<Cloud, LRUCache<string, Tray>>();

/**
 * Whether a first message gets in, and into which tray. Costs at most two reads and one write; one that is sent again since its answer
 * was lost costs nothing. Throws `not-trusted`, `challenge-required` (with the challenge), `too-many-conversations`, `inbox-full`, or
 * what the breaker throws.
 */
export async function judgeFirstMessage(cloud: Cloud, managerId: string, network: Network | null, vouching: Vouching): Promise<Tray> {
  const judged = memories.get(cloud) ?? new LRUCache<string, Tray>({ max: 2000 });
  memories.set(cloud, judged);
  const tray = judged.get(vouching.conversationId) ?? (await judge(cloud, managerId, network, vouching));
  judged.set(vouching.conversationId, tray);
  return tray;
}

async function judge(cloud: Cloud, managerId: string, network: Network | null, vouching: Vouching): Promise<Tray> {
  const { mustProve } = await admitNewConversations(cloud);
  const hasProof = vouching.proof !== undefined && (await isSolved(cloud, vouching.proof, vouching.messageId));
  const standing = vouching.isForm
    ? standingOfForm(mustProve)
    : standingOf(await scoreOf(cloud, vouching.recaptchaToken), hasProof, mustProve);
  const { isUnsure, weight } = standing ?? (await challenge(cloud, vouching));

  const turn = await takeNetworkTurn(cloud, network, 'conversations', weight);
  if (!turn.allowed && !hasProof && !vouching.isForm) await challenge(cloud, vouching);
  if (!turn.allowed) throw new Problem('too-many-conversations', { retryAfterMs: turn.retryAfterMs });

  const load = await enterManagersHour(cloud, managerId);
  if (load === 'full') throw new Problem('inbox-full', { retryAfterMs: untilNextHourMs(cloud.now()) });
  return isUnsure || load === 'busy' ? 'requests' : 'inbox';
}

interface Standing {
  isUnsure: boolean;
  weight: number;
}

/**
 * What a score and a proof are worth; `null` when a proof is needed. Whoever blocks reCAPTCHA gets in by a proof, and whoever has a poor
 * score waits in the requests in spite of one. `null` for a score means that the site does not ask for any.
 */
export function standingOf(score: Assessment | 'missing' | null, hasProof: boolean, mustProve: boolean): Standing | null {
  if (typeof score === 'number' && score < SCORE.program) throw new Problem('not-trusted');
  const isLikely = typeof score === 'number' && score >= SCORE.likely;
  const isPoor = typeof score === 'number' && !isLikely;
  const needsProof = score === 'missing' || score === 'invalid' || (mustProve && !isLikely);
  if (needsProof && !hasProof) return null;
  if (isLikely && score >= SCORE.person) return { isUnsure: false, weight: WEIGHT.person };
  if (hasProof) return { isUnsure: isPoor, weight: isPoor ? WEIGHT.likely : WEIGHT.proven };
  const isUnsure = isPoor || score === 'unknown';
  return { isUnsure, weight: isUnsure ? WEIGHT.unsure : WEIGHT.likely };
}

/** A form waits in the requests, and counts double; `null` in the hours in which everybody has to prove something. */
export function standingOfForm(mustProve: boolean): Standing | null {
  return mustProve ? null : { isUnsure: true, weight: WEIGHT.unsure };
}

async function scoreOf(cloud: Cloud, token: string | undefined): Promise<Assessment | 'missing' | null> {
  const recaptcha = await cloud.recaptcha();
  if (recaptcha === null) return null;
  return token === undefined ? 'missing' : recaptcha.assess(token);
}

async function challenge(cloud: Cloud, { messageId }: Vouching): Promise<never> {
  throw new Problem('challenge-required', { challenge: await challengeFor(cloud, messageId) });
}
