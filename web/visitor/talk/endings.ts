import { ApiProblem } from '../../lib/api.ts';
import { speakCards } from '../speak.ts';
import { whyOf } from './sentence-of.ts';
import { EMPTY, type Talk } from './talk.ts';

/** How a conversation ends on this screen, and which failures end it. */

export function endSession({ disconnect, set }: Talk): void {
  disconnect();
  // Messages that this browser may no longer read leave the screen too.
  set({ phase: 'ended', messages: [], card: 'ended' });
}

/** Returns to the message box. Puts unsent text into it, unless the person asked to remove the conversation from this browser. */
export function startOver({ outbox, keeper, set, disconnect, startOver, giveBackAll }: Talk, said = '', isRemoved = false): void {
  const unsent = outbox.takeBack(() => true);
  keeper.forget();
  set({ ...EMPTY, said });
  disconnect();
  startOver(isRemoved);
  if (!isRemoved) giveBackAll(unsent);
}

/** Says why once the words are there: a conversation can end before anything else needed them. */
function explain({ set }: Talk, cause: ApiProblem): void {
  speakCards().then(
    () => set({ said: whyOf(cause) }),
    () => {},
  );
}

/** Handles a failure that concerns the whole conversation or its sender. Returns whether it did. */
export function handleEnding(talk: Talk, cause: unknown): boolean {
  const { state, set, takeBack } = talk;
  if (!(cause instanceof ApiProblem)) return false;
  if (cause.code === 'session-ended') endSession(talk);
  else if (cause.code === 'conversation-deleted') {
    startOver(talk);
    explain(talk, cause);
  } else if (cause.code === 'not-trusted') {
    takeBack(() => true);
    explain(talk, cause);
  } else if (cause.code === 'messages-paused' || cause.code === 'page-offline') {
    const { pause } = cause.body;
    if (state.conversation) set({ conversation: { ...state.conversation, ...(pause ? { pause } : { isOffline: true }) } });
    else explain(talk, cause);
    takeBack(() => true);
  } else if (cause.code === 'blocked' && state.conversation) {
    set({ conversation: { ...state.conversation, isBlocked: true } });
    takeBack(() => true);
  } else return false;
  return true;
}
