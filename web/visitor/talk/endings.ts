import { ApiProblem } from '../../lib/api.ts';
import { EMPTY, type Talk } from './talk.ts';

/** How a conversation ends on this screen, and which failures end it. */

/** This browser may no longer read the conversation. */
export function endSession({ disconnect, set }: Talk): void {
  disconnect();
  // What is no longer this browser's to read leaves the screen too.
  set({ phase: 'ended', messages: [], card: 'ended' });
}

/** Back to the message box. What was not sent is in it, unless the person has had the conversation removed from here. */
export function startAnew({ outbox, keeper, set, disconnect, startOver, giveBackAll }: Talk, said = '', isRemoved = false): void {
  const unsent = outbox.takeBack(() => true);
  keeper.forget();
  set({ ...EMPTY, said });
  disconnect();
  startOver(isRemoved);
  if (!isRemoved) giveBackAll(unsent);
}

/** Acts on what a failure says of the whole conversation, or of who sends. Returns whether it said anything of that kind. */
export function heed(talk: Talk, cause: unknown): boolean {
  const { state, set, takeBack } = talk;
  if (!(cause instanceof ApiProblem)) return false;
  if (cause.code === 'session-ended') endSession(talk);
  else if (cause.code === 'conversation-deleted') startAnew(talk, cause.message);
  else if (cause.code === 'not-trusted') {
    takeBack(() => true);
    set({ said: cause.message });
  } else if (cause.code === 'blocked' && state.conversation) {
    set({ conversation: { ...state.conversation, isBlocked: true } });
    takeBack(() => true);
  } else return false;
  return true;
}
