import type { Query } from '@google-cloud/firestore';
import type { ResumeKeyDocument, Tables } from '../db.ts';

/** One key, unless an older version left more. Excludes the many retired keys: a limit would otherwise cut off active ones. */
export function activeKeys(table: Tables, conversationId: string): Query<ResumeKeyDocument> {
  return table.resumeKeys().where('conversationId', '==', conversationId).where('retiredAt', '==', null);
}
