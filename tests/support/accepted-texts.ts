import { MessageText, PersonName } from '@foyer/domain/schema';
import { tables } from '@foyer/functions/db';
import { FieldValue, type Firestore, Timestamp } from '@google-cloud/firestore';
import { fromManager, fromVisitor } from './conversation.ts';
import { NAUGHTY_STRINGS } from './naughty-strings.ts';

/** The storable part of the corpus for messages and names, without duplicates, in normal form. */
export const HOSTILE_TEXTS: readonly string[] = storable(MessageText);
export const HOSTILE_NAMES: readonly string[] = storable(PersonName);

function storable(schema: { safeParse(text: string): { success: true; data: string } | { success: false } }): string[] {
  const parsed = NAUGHTY_STRINGS.map(({ text }) => schema.safeParse(text));
  return [...new Set(parsed.flatMap((result) => (result.success ? [result.data] : [])))];
}

/** Documents per commit; Firestore allows 500. */
const BATCH = 400;

/** Bypasses the API and its limits. Messages are a second apart, the last one an hour ago, of the two participants in turn. */
export async function putMessages(db: Firestore, managerId: string, conversationId: string, texts: readonly string[]): Promise<void> {
  const table = tables(db);
  const begin = Date.now() - 3_600_000 - texts.length * 1000;
  for (let start = 0; start < texts.length; start += BATCH) {
    const batch = db.batch();
    texts.slice(start, start + BATCH).forEach((text, index) => {
      const place = start + index;
      const message = table.message(managerId, conversationId, `hostile${String(place).padStart(14, '0')}`);
      batch.set(message, (place % 2 ? fromManager : fromVisitor)(text, Timestamp.fromMillis(begin + place * 1000)));
    });
    await batch.commit();
  }
  await table.conversation(managerId, conversationId).update({ messageCount: FieldValue.increment(texts.length) });
}
