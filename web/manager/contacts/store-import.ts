import { after } from '../../lib/after.ts';
import { say, sayRefused } from '../notice/notice.ts';
import { sayDone } from '../notice/recent-acts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Contact, newContact } from './contact.ts';
import type { Entry } from './files/entry.ts';
import { words } from './words.ts';
import { commitWrites, type Write } from './write-contacts.ts';

/** How many contacts one import adds: a tenth of the writes that the free plan has in a day. */
export const IMPORT_MAX = 2000;

/** Contacts in one commit, which keeps the main thread busy for less than 100 ms. */
const CHUNK = 50;
/** How long the next commit waits for the answer to the one before. */
const PATIENCE_MS = 2000;
/** Long enough for a frame between two commits. */
const PAUSE_MS = 20;

/** Stores entries as contacts in chunks, one after the other, with the progress in the notice, and offers to remove them again. */
export async function storeImport({ store }: Workspace, entries: readonly Entry[]): Promise<void> {
  const contacts = entries.slice(0, IMPORT_MAX).map((entry) => newContact(entry));
  const all = contacts.length;
  const inChunks = async (writeOf: (contact: Contact) => Write) => {
    for (let done = 0; done < all; done += CHUNK) {
      if (all > CHUNK) say(words.importing({ done, all }));
      // Offline, the commit waits in the SDK's queue.
      const stored = commitWrites(store, contacts.slice(done, done + CHUNK).map(writeOf)).catch(sayRefused);
      await Promise.race([stored, after(PATIENCE_MS)]);
      await after(PAUSE_MS);
    }
  };
  await inChunks((put) => ({ put, isNew: true }));
  sayDone(words.imported({ count: all }), async () => {
    await inChunks(({ id }) => ({ remove: id }));
    say(words.importUndone);
  });
}
