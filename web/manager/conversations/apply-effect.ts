import { isFromVisitor, MANAGER } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import { doc, serverTimestamp, writeBatch } from 'firebase/firestore';
import { tellOfBlock } from '../../conversation/send-over-firestore.ts';
import { readDocument } from '../../lib/live-query.ts';
import type { Store } from '../firebase/store.ts';
import { say, sayRefused } from '../notice/notice.ts';
import { sayDone } from '../notice/recent-acts.ts';
import { type Conversation, isWhole, type StoredConversation, toConversation } from './conversation.ts';
import { type Change, type Standing, storedChange, withoutNewer } from './standing.ts';
import { subjectOf } from './subject-of.ts';

/** What an act changes about conversations, what is said afterwards, and what undoes it. */
export interface Effect {
  change(conversation: Standing): Change;
  /** Gets the conversations as they were before, and what to call them. */
  said(conversations: readonly Standing[], who: string): string;
  undo(before: Standing, change: Change, nowMs: number): Change;
}

/** Changes conversations in one commit (250 at most: a block is two writes), says so, and offers to undo it. `onUndone` follows the undoing. */
export function applyEffect(store: Store, conversations: readonly Conversation[], effect: Effect, onUndone: () => void): void {
  const who = subjectOf(conversations);
  const text = effect.said(conversations, who);
  write(
    store,
    conversations.map((conversation) => [conversation.id, effect.change(conversation)]),
  );
  sayDone(text, who, async () => {
    const backs = await Promise.all(conversations.map(async (before) => [before.id, await undoing(store, before, effect)] as const));
    const wanted = backs.filter(([, back]) => Object.keys(back).length > 0);
    if (wanted.length === 0) {
      say(`Nothing was undone: ${who} changed in the meantime.`, undefined, who);
      return;
    }
    write(store, wanted);
    say(`Undone: ${text}`, undefined, who);
    onUndone();
  });
}

function write({ db, managerId }: Store, changes: readonly (readonly [conversationId: string, change: Change])[]): void {
  const batch = writeBatch(db);
  for (const [conversationId, change] of changes) {
    batch.update(doc(db, paths.conversation(managerId, conversationId)), { ...storedChange(change), updatedAt: serverTimestamp() });
    if (change.isBlocked !== undefined) tellOfBlock(batch, { db, managerId, conversationId, me: MANAGER }, change.isBlocked);
  }
  batch.commit().catch(sayRefused);
}

/** What undoes an effect on a conversation as it is now. */
async function undoing(store: Store, before: Conversation, effect: Effect): Promise<Change> {
  const change = effect.change(before);
  const back = effect.undo(before, change, Date.now());
  const current = await readAgain(store, before.id);
  if (current === 'gone') return {};
  // What cannot be read, offline, is as this browser left it.
  if (current === 'unknown') return back;
  const hasNews = current.lastMessage.id !== before.lastMessage.id && isFromVisitor(current.lastMessage);
  return withoutNewer(back, change, current, hasNews);
}

async function readAgain({ db, managerId }: Store, id: string): Promise<Conversation | 'gone' | 'unknown'> {
  try {
    const data = await readDocument<StoredConversation>(db, paths.conversation(managerId, id));
    return data && isWhole(data) ? toConversation({ id, data, isPending: false, isTimePending: false }) : 'gone';
  } catch {
    return 'unknown';
  }
}
