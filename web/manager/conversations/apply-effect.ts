import { MANAGER } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import { doc, serverTimestamp, writeBatch } from 'firebase/firestore';
import { tellOfBlock } from '../../conversation/send-over-firestore.ts';
import type { Store } from '../firebase/store.ts';
import { say, sayOffering } from '../notice/notice.ts';
import type { Conversation } from './conversation.ts';
import { type Change, type Standing, storedChange } from './standing.ts';

/** What an act changes about conversations, what is said afterwards, and what undoes it. */
export interface Effect {
  change(conversation: Standing): Change;
  /** Gets the conversations as they were before. */
  said(conversations: readonly Standing[]): string;
  undo(before: Standing, change: Change, nowMs: number): Change;
}

/** Changes conversations in one commit (250 at most: a block is two writes), says so, and offers to undo it. Says too if it was refused. */
export function applyEffect({ db, managerId }: Store, conversations: readonly Conversation[], effect: Effect): void {
  const write = (changeOf: (conversation: Conversation) => Change) => {
    const batch = writeBatch(db);
    for (const conversation of conversations) {
      const change = changeOf(conversation);
      const fields = { ...storedChange(change), updatedAt: serverTimestamp() };
      batch.update(doc(db, paths.conversation(managerId, conversation.id)), fields);
      if (change.isBlocked !== undefined)
        tellOfBlock(batch, { db, managerId, conversationId: conversation.id, me: MANAGER }, change.isBlocked);
    }
    // Offline it waits, so this is a refusal. The SDK has put everything back by now. A reload helps if this page is older than the server.
    batch.commit().catch(() => sayOffering("We couldn't save that change. Reload and try again.", 'Reload', () => location.reload()));
  };
  write(effect.change);
  say(effect.said(conversations), () => {
    const nowMs = Date.now();
    write((before) => effect.undo(before, effect.change(before), nowMs));
  });
}
