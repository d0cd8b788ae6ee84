import { FieldValue, type QueryDocumentSnapshot, Timestamp, type Transaction } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import type { DeletedLabelDocument, Tables } from '../db.ts';
import { pagesOf } from '../pages-of.ts';
import type { Purging } from '../purging.ts';

/** A deleted label can be restored for a minute; the rest is for clocks that differ. */
const SETTLED_MS = 3600_000;
const LABELS_PAGE = 300;
/** Visitors' messages in these conversations wait for the transaction. */
const CONVERSATIONS_PAGE = 100;

type DeletedLabel = QueryDocumentSnapshot<DeletedLabelDocument>;

/**
 * Removes the ids of deleted labels from conversations, whose other fields stay as they are. Each page is a transaction that has seen the
 * label deleted, so it can stop after any of them, and run twice. A label that fails stops no other.
 */
export async function* clearLabels(platform: Platform): Purging {
  const table = await platform.tables();
  const settled = Timestamp.fromMillis(platform.now() - SETTLED_MS);
  for await (const labels of pagesOf(table.deletedLabels().where('deletedAt', '<=', settled), LABELS_PAGE)) {
    for (const label of labels) {
      try {
        for (let isMore = true; isMore; ) {
          const removed = await table.transaction((transaction) => clearPage(table, transaction, label));
          isMore = removed === CONVERSATIONS_PAGE;
          yield { removed };
        }
      } catch (failure) {
        yield { removed: 0, failure };
      }
    }
  }
}

/** Returns the number of conversations. If it is less than a page, no conversation has the label any more. */
async function clearPage(table: Tables, transaction: Transaction, label: DeletedLabel): Promise<number> {
  const { ref, id } = label;
  const deletedAt = (await transaction.get(ref)).data()?.deletedAt;
  // Restored, deleted again, or erased with its account.
  if (!deletedAt || label.data().deletedAt?.isEqual(deletedAt) !== true) return 0;
  const managerId = ref.parent.parent?.id ?? '';
  const having = table.conversations(managerId).where('labels', 'array-contains', id).limit(CONVERSATIONS_PAGE);
  const { docs } = await transaction.get(having);
  for (const conversation of docs) transaction.update(conversation.ref, { labels: FieldValue.arrayRemove(id) });
  if (docs.length < CONVERSATIONS_PAGE) transaction.set(ref, { clearedAt: FieldValue.serverTimestamp() });
  return docs.length;
}
