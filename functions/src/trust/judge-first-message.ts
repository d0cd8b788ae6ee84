import type { Tray } from '@foyer/domain/conversation';
import { LRUCache } from 'lru-cache';
import type { Cloud } from '../cloud.ts';
import type { Network } from '../http/network.ts';
import { Problem } from '../http/problem.ts';
import { admitNewConversations } from '../limits/breaker.ts';
import { enterManagersHour, untilNextHourMs } from '../limits/manager-load.ts';
import { takeNetworkTurn } from '../limits/network-limits.ts';
import { logs } from '../logs.ts';
import { perInstance } from '../per-instance.ts';
import { challengeFor, isSolved, type Proving } from './challenge.ts';
import type { Assessment } from './recaptcha.ts';

export interface Vouching {
  conversationId: string;
  recaptchaToken?: string | undefined;
  proof?: string | undefined;
  /** Sent as a form without JavaScript: it has no score and can have no proof. */
  isForm?: boolean | undefined;
}

/** reCAPTCHA advises to begin at 0.5 and to refuse only scores close to 0. */
const SCORE = { person: 0.7, likely: 0.5, program: 0.3 } as const;

const WEIGHT = { person: 1 / 3, proven: 1 / 2, likely: 1, unsure: 2 } as const;

const judgedBy = perInstance<Cloud, LRUCache<string, Tray>>(() => new LRUCache({ max: 2000 }));

/**
 * Whether a first message is accepted, and into which tray. Costs at most two reads and one write, plus one of each if the score makes it
 * count for more than a person's; repeating one whose answer was lost is free. Throws `not-trusted`, `challenge-required` (with the
 * challenge), `too-many-conversations`, `inbox-full`, or what the breaker throws.
 */
export async function judgeFirstMessage(cloud: Cloud, managerId: string, network: Network | null, vouching: Vouching): Promise<Tray> {
  const judged = judgedBy(cloud);
  const tray = judged.get(vouching.conversationId) ?? (await judge(cloud, managerId, network, vouching));
  judged.set(vouching.conversationId, tray);
  return tray;
}

async function judge(cloud: Cloud, managerId: string, network: Network | null, vouching: Vouching): Promise<Tray> {
  const { mustProve } = await admitNewConversations(cloud);
  const { conversationId, recaptchaToken, isForm = false } = vouching;
  const proving: Proving = { managerId, conversationId, network };
  const hasProof = await isProven(cloud, vouching, proving);

  const takeTurn = async (weight: number): Promise<void> => {
    const turn = await takeNetworkTurn(cloud, network, 'conversations', weight);
    if (turn.allowed) return;
    if (!hasProof && !isForm) return challenge(cloud, proving);
    throw new Problem('too-many-conversations', { retryAfterMs: turn.retryAfterMs });
  };

  const recaptcha = isForm ? null : await cloud.recaptcha();
  // A network without turns costs no assessment, and a bad score has already cost a turn.
  const taken = recaptcha && recaptchaToken !== undefined ? WEIGHT.person : 0;
  if (taken > 0) await takeTurn(taken);
  const score = recaptcha && (recaptchaToken === undefined ? 'missing' : await recaptcha.assess(recaptchaToken));
  const standing = isForm ? standingOfForm(mustProve) : standingOf(score, hasProof, mustProve);
  const { isUnsure, weight } = standing ?? (await challenge(cloud, proving));
  if (weight > taken) await takeTurn(weight - taken);

  const load = await enterManagersHour(cloud, managerId);
  if (load === 'full') throw new Problem('inbox-full', { retryAfterMs: untilNextHourMs(cloud.now()) });
  return isUnsure || load === 'busy' ? 'requests' : 'inbox';
}

async function isProven(cloud: Cloud, { proof, isForm }: Vouching, proving: Proving): Promise<boolean> {
  if (proof === undefined || isForm) return false;
  const isRight = await isSolved(cloud, proof, proving);
  if (!isRight) logs.proofRefused();
  return isRight;
}

interface Standing {
  isUnsure: boolean;
  weight: number;
}

/**
 * Judges a score and a proof; `null` if a proof is needed. A `null` score means that the site uses none: then a proof suffices. On a site
 * with scores, a proof never replaces one: it admits people who block reCAPTCHA, but only into the requests, so omitting the score gains
 * nothing over a bad one.
 */
export function standingOf(score: Assessment | 'missing' | null, hasProof: boolean, mustProve: boolean): Standing | null {
  if (typeof score === 'number' && score < SCORE.program) throw new Problem('not-trusted');
  const isLikely = typeof score === 'number' && score >= SCORE.likely;
  const needsProof = score === 'missing' || score === 'invalid' || (mustProve && !isLikely);
  if (needsProof && !hasProof) return null;
  if (isLikely) return { isUnsure: false, weight: score >= SCORE.person ? WEIGHT.person : hasProof ? WEIGHT.proven : WEIGHT.likely };
  if (score === null) return { isUnsure: false, weight: hasProof ? WEIGHT.proven : WEIGHT.likely };
  return { isUnsure: true, weight: hasProof ? WEIGHT.likely : WEIGHT.unsure };
}

/** A form waits in the requests and counts double; `null` while everyone needs a proof. */
export function standingOfForm(mustProve: boolean): Standing | null {
  return mustProve ? null : { isUnsure: true, weight: WEIGHT.unsure };
}

async function challenge(cloud: Cloud, proving: Proving): Promise<never> {
  throw new Problem('challenge-required', { challenge: await challengeFor(cloud, proving) });
}
