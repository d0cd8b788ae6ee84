import { say, sayFailed } from '../notice/notice.ts';
import { problemSentence } from '../problem-words.ts';
import { words } from '../words.ts';
import type { Doing } from './act.ts';
import { deleteConversation } from './delete-conversation.ts';

/** Deletes conversations for both sides, and offers to retry those that failed. Calls `onAnswer` before the screen changes. */
export async function erase({ conversations, workspace }: Doing, onAnswer: () => void): Promise<void> {
  const takeOff = workspace.removing(conversations);
  const problems = await Promise.all(
    conversations.map(({ id }) => deleteConversation(workspace.proof, id).then(() => null, problemSentence)),
  );
  onAnswer();
  const deleted = conversations.filter((_, index) => problems[index] === null);
  const failed = conversations.filter((_, index) => problems[index] !== null);
  if (deleted.length > 0) takeOff(deleted);
  if (failed.length > 0) {
    const why = problems.find((problem) => problem !== null) ?? '';
    sayFailed(words.deleteFailed({ count: failed.length, why }), () => erase({ conversations: failed, workspace }, onAnswer));
  } else say(words.deletedDone({ count: deleted.length }));
}
