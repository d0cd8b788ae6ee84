import { paths } from '@foyer/domain/paths';
import { doc, serverTimestamp, updateDoc } from 'firebase/firestore';
import { tellChanged } from '../conversations/own-changes.ts';
import type { Store } from '../firebase/store.ts';

/** Sets the unread count to 0. Throws `FirestoreError`. */
export async function markRead({ db, managerId }: Store, conversationId: string): Promise<void> {
  const conversation = doc(db, paths.conversation(managerId, conversationId));
  const read = { unread: 0, updatedAt: serverTimestamp() };
  // Rules of an older version refuse `isUnread`. Without it, a job corrects that field later.
  const writing = updateDoc(conversation, { ...read, isUnread: false }).catch(() => updateDoc(conversation, read));
  tellChanged(['isUnread']);
  await writing;
}
