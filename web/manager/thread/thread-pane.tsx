import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Delayed } from '../../ui/delayed.tsx';
import { connection } from '../connection/connection.ts';
import { readDraft } from '../messages/drafts.ts';
import type { Thread } from '../messages/thread.ts';
import { leaveConversation } from '../route/history.ts';
import { words } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { BlockedNote } from './blocked-note.tsx';
import { Composer } from './composer.tsx';
import { MessageLog } from './message-log.tsx';
import { ThreadHeader } from './thread-header.tsx';
import { loadWriting, writing } from './writing.ts';

/** The open conversation, in any state. `notice` takes its room from the messages. */
export function ThreadPane({ thread, notice }: { thread: Thread; notice: ComponentChildren }) {
  const { inbox, store } = useWorkspace();
  const extras = writing.value;
  useEffect(loadWriting, []);
  useEffect(() => extras?.openConversation(store, thread.conversationId), [extras]);
  const listed = inbox.value.conversations.value.find(({ id }) => id === thread.conversationId);
  // The list may have it already: then the name is there before anything is loaded.
  const conversation = thread.conversation.value ?? listed ?? null;
  const phase = thread.phase.value;

  if (phase === 'gone') {
    return (
      <Apology title={words.notFoundTitle} notice={notice}>
        {words.notFound}
        <Unsent thread={thread} />
        <Button class="mt-4" onClick={leaveConversation}>
          {words.backToList}
        </Button>
      </Apology>
    );
  }
  if (phase === 'failed') {
    return (
      <Apology title={words.lostTitle} notice={notice}>
        {words.lost}
        <Button class="mt-4" onClick={() => location.reload()}>
          {words.reload}
        </Button>
      </Apology>
    );
  }
  if (!conversation) {
    return (
      <Delayed>
        <p role="status" class="m-auto max-w-72 text-center text-sm text-pretty text-soft">
          {connection.value === 'offline' ? words.notOnDevice : words.opening}
        </p>
      </Delayed>
    );
  }
  return (
    <>
      <ThreadHeader conversation={conversation} />
      {notice}
      <MessageLog thread={thread} conversation={conversation} />
      {conversation.isBlocked ? (
        <BlockedNote conversation={conversation} />
      ) : extras?.noting.value === conversation.id ? (
        <extras.NoteComposer conversationId={conversation.id} />
      ) : (
        <Composer thread={thread} conversation={conversation} />
      )}
    </>
  );
}

/** Shows what was written and not sent, so that it isn't lost. */
function Unsent({ thread }: { thread: Thread }) {
  const { conversationId } = thread;
  const drafts = [conversationId, `note:${conversationId}`].map((key) => ({ messageId: key, text: readDraft(key).trim() }));
  const unsent = [...thread.replies.unsent.value, ...drafts].filter(({ text }) => text !== '');
  if (unsent.length === 0) return null;
  return (
    <div class="mt-4">
      <p>{words.unsent}</p>
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
