import { paths } from '@foyer/domain/paths';
import { doc, serverTimestamp, updateDoc } from 'firebase/firestore';
import type { Store } from '../firebase/store.ts';

/** The manager has seen all there is. Throws `FirestoreError`. */
export async function markRead({ db, managerId }: Store, conversationId: string): Promise<void> {
  await updateDoc(doc(db, paths.conversation(managerId, conversationId)), { unread: 0, updatedAt: serverTimestamp() });
}
