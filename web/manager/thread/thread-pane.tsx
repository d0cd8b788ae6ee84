import type { ComponentChildren } from 'preact';
import { Button } from '../../ui/button.tsx';
import { Delayed } from '../../ui/delayed.tsx';
import { readDraft } from '../messages/drafts.ts';
import type { Thread } from '../messages/thread.ts';
import { leaveConversation } from '../route/history.ts';
import { useWorkspace } from '../workspace/context.ts';
import { BlockedNote } from './blocked-note.tsx';
import { Composer } from './composer.tsx';
import { MessageLog } from './message-log.tsx';
import { ThreadHeader } from './thread-header.tsx';

/** The conversation that the address asks for, in whatever state it is. `notice` takes its room from the messages: composer and header stay. */
export function ThreadPane({ thread, notice }: { thread: Thread; notice: ComponentChildren }) {
  const { inbox } = useWorkspace();
  const listed = inbox.value.conversations.value.find(({ id }) => id === thread.conversationId);
  // The list knows it already: the name stands before anything has been read.
  const conversation = thread.conversation.value ?? listed ?? null;
  const phase = thread.phase.value;

  if (phase === 'gone') {
    return (
      <Apology title="This conversation is not here" notice={notice}>
        It was deleted, or its address is not complete.
        <Unsent thread={thread} />
        <Button class="mt-4" onClick={leaveConversation}>
          Back to the list
        </Button>
      </Apology>
    );
  }
  if (phase === 'failed') {
    return (
      <Apology title="We lost the connection" notice={notice}>
        The conversation could not be read just now. Nothing is gone.
        <Button class="mt-4" onClick={() => location.reload()}>
          Reload
        </Button>
      </Apology>
    );
  }
  if (!conversation) {
    return (
      <Delayed>
        <p role="status" class="m-auto text-sm text-soft">
          Opening …
        </p>
      </Delayed>
    );
  }
  return (
    <>
      <ThreadHeader conversation={conversation} />
      {notice}
      <MessageLog thread={thread} conversation={conversation} />
      {conversation.isBlocked ? <BlockedNote conversation={conversation} /> : <Composer thread={thread} conversation={conversation} />}
    </>
  );
}

/** Words are never lost without being shown once more. */
function Unsent({ thread }: { thread: Thread }) {
  const draft = { messageId: 'draft', text: readDraft(thread.conversationId).trim() };
  const unsent = [...thread.replies.unsent.value, draft].filter(({ text }) => text !== '');
  if (unsent.length === 0) return null;
  return (
    <div class="mt-4">
      <p>What you wrote was not sent:</p>
      {unsent.map(({ messageId, text }) => (
        <p key={messageId} dir="auto" class="mt-2 rounded-2xl bg-bubble px-3.5 py-2 whitespace-pre-wrap text-ink [overflow-wrap:anywhere]">
          {text}
        </p>
      ))}
    </div>
  );
}

function Apology({ title, notice, children }: { title: string; notice: ComponentChildren; children: ComponentChildren }) {
  return (
    <>
      {notice}
      <div class="m-auto flex max-w-sm flex-col items-start px-6">
        <h2 class="mb-1 text-lg font-semibold">{title}</h2>
        <div class="flex flex-col items-start text-md text-soft">{children}</div>
      </div>
    </>
  );
}
