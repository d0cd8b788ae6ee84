import type { Query } from '@google-cloud/firestore';
import type { ResumeKeyDocument, Tables } from '../db.ts';

/**
 * The keys that open a conversation: one, unless an older version left more. Retired keys are not asked for: a conversation can have
 * any number of them, and a limit would cut off the ones that count.
 */
export function activeKeys(table: Tables, conversationId: string): Query<ResumeKeyDocument> {
  return table.resumeKeys().where('conversationId', '==', conversationId).where('retiredAt', '==', null);
}
