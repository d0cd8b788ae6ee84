import { waitForPendingWrites } from 'firebase/firestore';
import type { Store } from '../firebase/store.ts';
import { type Count, countConversations } from './count-conversations.ts';
import type { View } from './view.ts';

/** Counts a view's conversations when the server has this browser's changes: offline, it waits. */
export async function countAfterWrites(store: Store, view: View): Promise<Count> {
  await waitForPendingWrites(store.db);
  return countConversations(store, view);
}
