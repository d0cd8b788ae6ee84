import { signOut } from '../../auth/session.ts';
import { forgetWorker } from '../../offline/worker.ts';
import { forgetNotesHere } from '../../workspace/local-notes.ts';

/**
 * Removes the service worker and its copies, notes and drafts, and signs out, which also removes Firestore's copy of conversations and
 * replies that weren't sent. Works offline. What someone has here as a visitor stays, and so does the language.
 */
export async function clearLocalData(): Promise<void> {
  await forgetWorker().catch(() => {});
  forgetNotesHere();
  await signOut();
}
