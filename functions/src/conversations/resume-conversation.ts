import type { ResumeCode } from '@foyer/domain/resume-code';
import type { DocumentReference, DocumentSnapshot } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import type { ResumeKeyDocument } from '../db.ts';
import type { Network } from '../http/network.ts';
import { Problem } from '../http/problem.ts';
import { countWrongCode } from '../limits/network-limits.ts';
import { resumeKeyHash } from '../sessions/resume-key.ts';
import { newSessionId } from '../sessions/session-cookie.ts';
import { openConversation } from './open-conversation.ts';
import type { Started } from './start-conversation.ts';

/**
 * Opens the conversation that a code belongs to, on the page of its manager. Every other code gets the same `unknown-code`, and
 * counts against its network. Throws `unknown-code`, `too-many-codes` or `busy`.
 */
export async function resumeConversation(cloud: Cloud, managerId: string, network: Network | null, code: ResumeCode): Promise<Started> {
  const started = await find(cloud, managerId, code);
  if (started) return started;
  await countWrongCode(cloud, network);
  throw new Problem('unknown-code');
}

async function find(cloud: Cloud, managerId: string, code: ResumeCode): Promise<Started | null> {
  const table = await cloud.tables();
  const session = await table.consistently(async (transaction) => {
    const conversationId = await conversationOfCode(cloud, managerId, code, (key) => transaction.get(key));
    if (conversationId === null) return null;
    const epoch = (await transaction.get(table.conversation(managerId, conversationId))).data()?.epoch;
    return epoch === undefined ? null : { managerId, conversationId, epoch, sessionId: newSessionId() };
  });
  return session && { session, opened: await openConversation(cloud, session) };
}

type ReadKey = (key: DocumentReference<ResumeKeyDocument>) => Promise<DocumentSnapshot<ResumeKeyDocument>>;

/** Which of a manager's conversations a code opens as it is stored now, or `null`. It counts against nobody. */
export async function conversationOfCode(
  cloud: Cloud,
  managerId: string,
  code: ResumeCode,
  read: ReadKey = (key) => key.get(),
): Promise<string | null> {
  const table = await cloud.tables();
  for (const key of cloud.config.resumeKeys) {
    const found = (await read(table.resumeKey(resumeKeyHash(key, code)))).data();
    if (found?.managerId === managerId && found.retiredAt === null) return found.conversationId;
  }
  return null;
}
