import { isOffline, isOpen } from '@foyer/domain/page-state';
import type { ResumeCode } from '@foyer/domain/resume-code';
import type { DocumentReference, DocumentSnapshot } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import type { ResumeKeyDocument } from '../db.ts';
import type { Network } from '../http/network.ts';
import { Problem } from '../http/problem.ts';
import { countWrongCode } from '../limits/network-limits.ts';
import type { FoundManager } from '../managers/find-manager.ts';
import { resumeKeyHash } from '../sessions/resume-key.ts';
import { newSessionId } from '../sessions/session-cookie.ts';
import { openConversation } from './open-conversation.ts';
import type { Started } from './start-conversation.ts';

export interface Resumed extends Started {
  slug: string;
}

/** Of any manager, or of `only`. A wrong code counts against the network. Throws `unknown-code`, `too-many-codes` or `busy`. */
export async function resumeConversation(
  cloud: Cloud,
  only: FoundManager | null,
  network: Network | null,
  code: ResumeCode,
): Promise<Resumed> {
  const resumed = await find(cloud, only, code);
  if (resumed) return resumed;
  await countWrongCode(cloud, network);
  throw new Problem('unknown-code');
}

async function find(cloud: Cloud, only: FoundManager | null, code: ResumeCode): Promise<Resumed | null> {
  const table = await cloud.tables();
  const session = await table.consistently(async (transaction) => {
    const place = await placeOfCode(cloud, code, (key) => transaction.get(key));
    if (place === null || (only && only.managerId !== place.managerId)) return null;
    const epoch = (await transaction.get(table.conversation(place.managerId, place.conversationId))).data()?.epoch;
    return epoch === undefined ? null : { ...place, epoch, sessionId: newSessionId() };
  });
  const manager = session && (only?.manager ?? (await table.manager(session.managerId).get()).data());
  // A conversation outlives its page: the visitor can still read, copy and delete it.
  if (!manager || !(isOpen(manager) || isOffline(manager))) return null;
  return { session, opened: await openConversation(cloud, session, manager), slug: manager.slug };
}

type ReadKey = (key: DocumentReference<ResumeKeyDocument>) => Promise<DocumentSnapshot<ResumeKeyDocument>>;

/** The conversation that a code opens, or `null`. Counts against no network. */
export async function placeOfCode(
  cloud: Cloud,
  code: ResumeCode,
  read: ReadKey = (key) => key.get(),
): Promise<Pick<ResumeKeyDocument, 'managerId' | 'conversationId'> | null> {
  const table = await cloud.tables();
  for (const key of cloud.config.resumeKeys) {
    const found = (await read(table.resumeKey(resumeKeyHash(key, code)))).data();
    if (found?.retiredAt === null) return { managerId: found.managerId, conversationId: found.conversationId };
  }
  return null;
}
