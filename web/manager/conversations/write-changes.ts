import { MANAGER } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import { doc, serverTimestamp, writeBatch } from 'firebase/firestore';
import { tellOfBlock } from '../../conversation/send-over-firestore.ts';
import { after } from '../../lib/after.ts';
import type { Store } from '../firebase/store.ts';
import { say, sayRefused } from '../notice/notice.ts';
import { words } from '../words.ts';
import { chunksOf, type Wanted } from './chunks.ts';
import { storedChange } from './conversation-state.ts';
import { tellChanged } from './own-changes.ts';

/** Long enough for a frame between two commits. */
const PAUSE_MS = 20;

/**
 * Writes changes in chunks of one commit each, in their order; offline, they wait in the SDK's queue. A single chunk is queued at once; with
 * more, a notice shows the progress, and the promise resolves when all are queued. If a chunk is refused, because one of its conversations was
 * deleted meanwhile, its other changes are written one by one, as long as `isWanted`.
 */
export function writeChanges(store: Store, changes: readonly Wanted[], isWanted = () => true): Promise<void> | undefined {
  const [first = [], ...more] = chunksOf(changes);
  commit(store, first, isWanted);
  return more.length === 0 ? undefined : writeRest(store, more, first.length, isWanted);
}

async function writeRest(store: Store, chunks: readonly Wanted[][], before: number, isWanted: () => boolean): Promise<void> {
  const all = chunks.flat().length + before;
  let done = before;
  for (const chunk of chunks) {
    say(words.tasksDone({ done, all }));
    await after(PAUSE_MS);
    commit(store, chunk, isWanted);
    done += chunk.length;
  }
}

function commit({ db, managerId }: Store, chunk: readonly Wanted[], isWanted: () => boolean): void {
  const batch = writeBatch(db);
  for (const [conversationId, change] of chunk) {
    batch.update(doc(db, paths.conversation(managerId, conversationId)), { ...storedChange(change), updatedAt: serverTimestamp() });
    if (change.isBlocked !== undefined) tellOfBlock(batch, { db, managerId, conversationId, me: MANAGER }, change.isBlocked);
  }
  batch.commit().catch(() => {
    if (chunk.length === 1 || !isWanted()) sayRefused();
    else for (const one of chunk) commit({ db, managerId }, [one], isWanted);
  });
  tellChanged(chunk.flatMap(([, change]) => Object.keys(storedChange(change))));
}
