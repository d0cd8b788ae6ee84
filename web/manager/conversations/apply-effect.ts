import { isFromVisitor } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import { readDocument } from '../../lib/live-query.ts';
import type { Store } from '../firebase/store.ts';
import { say } from '../notice/notice.ts';
import { sayDone } from '../notice/recent-acts.ts';
import { words } from '../words.ts';
import type { Wanted } from './chunks.ts';
import { type Conversation, isWhole, type StoredConversation, toConversation } from './conversation.ts';
import { type Change, type ConversationState, withoutNewer } from './conversation-state.ts';
import { type Subject, subjectOf } from './subject-of.ts';
import { writeChanges } from './write-changes.ts';

/** What an act changes, the text of the notice, and what undoes it. */
export interface Effect {
  change(conversation: ConversationState): Change;
  said(subject: Subject): string;
  /** Whether an open conversation is closed: it would be read again. */
  isLeft?: boolean;
  undo(before: ConversationState, change: Change, nowMs: number): Change;
}

/** How many conversations are read at a time before an undo. */
const READ_AT_ONCE = 25;

/**
 * Changes conversations, shows a notice, and offers to undo exactly that. `onUndone` is called after the undo. Each conversation is one write
 * (two for a block), and none is read.
 */
export function applyEffect(store: Store, conversations: readonly Conversation[], effect: Effect, onUndone: () => void): void {
  const subject = subjectOf(conversations);
  const naming = (message: (subject: Subject) => string) => ({
    name: subject.name,
    write: (name: string) => message({ ...subject, name }),
  });
  let isUndone = false;
  const undo = async () => {
    isUndone = true;
    const wanted = await allUndoing(store, conversations, effect);
    if (wanted.length === 0) {
      say(naming(words.notUndone));
      return;
    }
    await writeChanges(store, wanted);
    say(naming((about) => words.undone({ sentence: effect.said(about) })));
    onUndone();
  };
  const changes = conversations.map((conversation): Wanted => [conversation.id, effect.change(conversation)]);
  const writing = writeChanges(store, changes, () => !isUndone);
  const sayIt = () => sayDone(naming(effect.said), undo);
  if (writing) writing.then(sayIt);
  else sayIt();
}

/** What undoes an effect on each of these, without those that have nothing to undo. */
async function allUndoing(store: Store, conversations: readonly Conversation[], effect: Effect): Promise<Wanted[]> {
  const wanted: Wanted[] = [];
  for (let begin = 0; begin < conversations.length; begin += READ_AT_ONCE) {
    const part = conversations.slice(begin, begin + READ_AT_ONCE);
    const backs = await Promise.all(part.map(async (before): Promise<Wanted> => [before.id, await undoing(store, before, effect)]));
    wanted.push(...backs.filter(([, back]) => Object.keys(back).length > 0));
    if (begin + READ_AT_ONCE < conversations.length) say(words.tasksDone({ done: begin + part.length, all: conversations.length }));
  }
  return wanted;
}

/** What undoes an effect on a conversation as it is now. */
async function undoing(store: Store, before: Conversation, effect: Effect): Promise<Change> {
  const change = effect.change(before);
  const back = effect.undo(before, change, Date.now());
  const current = await readAgain(store, before.id);
  if (current === 'gone') return {};
  // Offline, a conversation that can't be read is as this browser left it.
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
