import { problemSentence } from '../auth/proof.ts';
import { say, sayFailed } from '../notice/notice.ts';
import type { Doing } from './act.ts';
import { deleteConversation } from './delete-conversation.ts';
import { inNumber } from './in-number.ts';

/** Deletes conversations for both sides, says how that went, and offers to try again. `onAnswer` comes before the screen changes. */
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
    const what = inNumber(failed, 'It was not deleted.', (count) => `${count} conversations were not deleted.`);
    const why = problems.find((problem) => problem !== null);
    sayFailed(`${what} ${why}`, () => erase({ conversations: failed, workspace }, onAnswer));
  } else {
    say(
      inNumber(deleted, 'The conversation is deleted, for both of you.', (count) => `${count} conversations are deleted, for both sides.`),
    );
  }
}
