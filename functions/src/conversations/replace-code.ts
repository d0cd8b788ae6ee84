import type { ResumeCode } from '@foyer/domain/resume-code';
import { FieldValue } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { tables } from '../db.ts';
import type { Network } from '../http/network.ts';
import { Problem } from '../http/problem.ts';
import { countWrongCode } from '../limits/network-limits.ts';
import { logs } from '../logs.ts';
import { resumeKeyHash } from '../sessions/resume-key.ts';
import type { Session } from '../sessions/session-cookie.ts';
import { currentConversation } from './current-conversation.ts';

const KEYS_MAX = 400;

/**
 * Makes `code` the one code of a conversation: in one transaction the new one opens it and all others open nothing, so that of two at once
 * exactly one is left. The same code again changes nothing. A code that is known already would be somebody else's, so asking with it counts
 * as a wrong guess. Throws `session-ended`, `conversation-deleted`, `code-in-use`, `too-many-codes` or `busy`.
 */
export async function replaceCode(cloud: Cloud, network: Network | null, session: Session, code: ResumeCode): Promise<void> {
  await currentConversation(cloud, session);
  if (await replace(cloud, session, code)) return logs.codeReplaced(session.managerId);
  await countWrongCode(cloud, network);
  throw new Problem('code-in-use');
}

async function replace(cloud: Cloud, { managerId, conversationId }: Session, code: ResumeCode): Promise<boolean> {
  const db = await cloud.firestore();
  const table = tables(db);
  const hashes = cloud.config.resumeKeys.map((key) => resumeKeyHash(key, code));
  const [fresh = ''] = hashes;
  return db.runTransaction(async (transaction) => {
    const [conversation, same] = await Promise.all([
      transaction.get(table.conversation(managerId, conversationId)),
      transaction.getAll(...hashes.map((hash) => table.resumeKey(hash))),
    ]);
    if (!conversation.exists) throw new Problem('conversation-deleted');
    const keys = await transaction.get(table.resumeKeys().where('conversationId', '==', conversationId).limit(KEYS_MAX));
    const known = same.find((key) => key.exists);
    const isCurrent = keys.docs.some((key) => key.id === known?.id && key.data().retiredAt === null);
    if (known && !isCurrent) return false;
    const now = FieldValue.serverTimestamp();
    for (const key of keys.docs) {
      if (key.id !== known?.id && key.data().retiredAt === null) transaction.update(key.ref, { retiredAt: now });
    }
    if (!known) transaction.create(table.resumeKey(fresh), { managerId, conversationId, createdAt: now, retiredAt: null });
    return true;
  });
}
