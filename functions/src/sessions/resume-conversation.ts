import type { ResumeCode } from '@foyer/domain/resume-code';
import type { Cloud } from '../cloud.ts';
import { openConversation } from '../conversations/open-conversation.ts';
import type { Started } from '../conversations/start-conversation.ts';
import { tables } from '../db.ts';
import { Problem } from '../http/problem.ts';
import { resumeKeyHash } from './resume-key.ts';

/** Opens the conversation that a code belongs to, on the page of its manager. Every other code gets the same `unknown-code`. */
export async function resumeConversation(cloud: Cloud, managerId: string, code: ResumeCode): Promise<Started> {
  const table = tables(await cloud.firestore());
  for (const key of cloud.config.resumeKeys) {
    const found = (await table.resumeKey(resumeKeyHash(key, code)).get()).data();
    if (found?.managerId !== managerId) continue;
    const epoch = (await table.conversation(managerId, found.conversationId).get()).data()?.epoch;
    if (epoch === undefined) break;
    return { epoch, opened: await openConversation(cloud, { managerId, conversationId: found.conversationId, epoch }) };
  }
  throw new Problem('unknown-code');
}
