import { NEW_CODE_RATE } from '@foyer/domain/limits';
import { takeTurn } from '@foyer/domain/rate-limit';
import type { ResumeCode } from '@foyer/domain/resume-code';
import { FieldValue } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import type { StoredConversation } from '../db.ts';
import type { Network } from '../http/network.ts';
import { Problem } from '../http/problem.ts';
import { countWrongCode } from '../limits/network-limits.ts';
import { logs } from '../logs.ts';
import { resumeKeyHash } from '../sessions/resume-key.ts';
import type { Session } from '../sessions/session-cookie.ts';
import { activeKeys } from './active-keys.ts';
import { currentConversation, isSessionOpen } from './current-conversation.ts';
import { knownConversations } from './known-conversations.ts';

/** Firestore allows 500 writes per transaction. Only an older version left more than one key. */
const KEYS_AT_ONCE = 400;

/**
 * Makes `code` the only code of a conversation, in one transaction that also checks the session: of two simultaneous calls one code
 * remains, and a browser signed out since sets none. Safe to repeat. A known code would be another conversation's, so trying it counts as a
 * wrong guess. Throws `session-ended`, `conversation-deleted`, `code-in-use`, `too-many-codes`, `too-many-new-codes` or `busy`.
 */
export async function replaceCode(cloud: Cloud, network: Network | null, session: Session, code: ResumeCode): Promise<void> {
  await currentConversation(cloud, session);
  // Queued: two replacements, or one and a send, would only wait for each other's locks.
  if (await knownConversations(cloud).inTurn(session.conversationId, () => replace(cloud, session, code)))
    return logs.codeReplaced(session.managerId);
  await countWrongCode(cloud, network);
  throw new Problem('code-in-use');
}

async function replace(cloud: Cloud, session: Session, code: ResumeCode): Promise<boolean> {
  for (;;) {
    const outcome = await replaceOnce(cloud, session, code);
    if (outcome !== 'more-to-retire') return outcome === 'done';
  }
}

async function replaceOnce(cloud: Cloud, session: Session, code: ResumeCode): Promise<'done' | 'in-use' | 'more-to-retire'> {
  const { managerId, conversationId } = session;
  const table = await cloud.tables();
  const hashes = cloud.config.resumeKeys.map((key) => resumeKeyHash(key, code));
  const [fresh = ''] = hashes;
  const outcome = await table.transaction(async (transaction) => {
    const [stored, same] = await Promise.all([
      transaction.get(table.conversation(managerId, conversationId)),
      transaction.getAll(...hashes.map((hash) => table.resumeKey(hash))),
    ]);
    const conversation = stored.data();
    if (!conversation) throw new Problem('conversation-deleted');
    if (!isSessionOpen(conversation, session)) throw new Problem('session-ended');
    const active = await transaction.get(activeKeys(table, conversationId).limit(KEYS_AT_ONCE));
    const known = same.find((key) => key.exists);
    const isCurrent = known?.data()?.conversationId === conversationId && known.data()?.retiredAt === null;
    if (known && !isCurrent) return 'in-use';
    const now = FieldValue.serverTimestamp();
    if (!known) {
      transaction.update(stored.ref, { codeTat: nextTurn(conversation, cloud.now()), updatedAt: now });
      transaction.create(table.resumeKey(fresh), { managerId, conversationId, createdAt: now, retiredAt: null });
    }
    for (const key of active.docs) if (key.id !== known?.id) transaction.update(key.ref, { retiredAt: now });
    return active.size === KEYS_AT_ONCE ? 'more-to-retire' : 'done';
  });
  knownConversations(cloud).forget(conversationId);
  return outcome;
}

function nextTurn({ codeTat }: StoredConversation, nowMs: number): number {
  const turn = takeTurn(codeTat, nowMs, NEW_CODE_RATE);
  if (!turn.allowed) throw new Problem('too-many-new-codes', { retryAfterMs: turn.retryAfterMs });
  return turn.tat;
}
