import { paths } from '@foyer/domain/paths';
import { doc, serverTimestamp, updateDoc } from 'firebase/firestore';
import type { Store } from '../firebase/store.ts';

/** Sets the unread count to 0. Throws `FirestoreError`. */
export async function markRead({ db, managerId }: Store, conversationId: string): Promise<void> {
  await updateDoc(doc(db, paths.conversation(managerId, conversationId)), { unread: 0, isUnread: false, updatedAt: serverTimestamp() });
}
