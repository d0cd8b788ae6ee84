import { isFromManager } from '@foyer/domain/participant';
import { useSignal } from '@preact/signals';
import { Button } from '../../ui/button.tsx';
import { now } from '../connection/clock.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { CutSentence } from '../conversations/cut-sentence.tsx';
import { VisitorLabel } from '../conversations/visitor-label.tsx';
import { rowTime } from '../inbox/row-time.ts';
import { navigate } from '../route/history.ts';
import { giveToComposer } from '../thread/composer.tsx';
import { words } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { forgetSharedText, readSharedText } from './shared-text.ts';

/** Chooses the conversation for what another app shared. It becomes a draft there; only the manager sends it. */
export function SendScreen() {
  const { inbox } = useWorkspace();
  const text = useSignal(readSharedText());
  const { conversations, phase, hasMore, isLoadingMore, loadMore } = inbox.value;
  const open = conversations.value.filter(({ isBlocked }) => !isBlocked);
  const leave = (conversationId: string | null) => {
    forgetSharedText();
    navigate({ view: 'open', conversationId, screen: null });
  };
  const choose = ({ id }: Conversation) => {
    giveToComposer(id, text.value);
    leave(id);
  };
  return (
    <div class="mx-auto flex w-full max-w-md flex-col px-5 py-8">
      <h1 class="text-xl font-semibold tracking-[-0.015em]">{words.sendTo}</h1>
      <p class="mt-1 text-base text-pretty text-soft">{text.value ? words.sendToNote : words.nothingShared}</p>
      {text.value && (
        <p
          dir="auto"
          class="mt-5 line-clamp-6 rounded-2xl bg-bubble px-3.5 py-2 text-md leading-[1.4375rem] whitespace-pre-wrap [overflow-wrap:anywhere]"
        >
          {text.value}
        </p>
      )}
      {text.value && open.length > 0 && (
        <ul class="mt-6 divide-y divide-line overflow-clip rounded-xl border border-line bg-raised">
          {open.map((conversation) => (
            <li key={conversation.id}>
              <Choice conversation={conversation} onChoose={() => choose(conversation)} />
            </li>
          ))}
        </ul>
      )}
      {text.value && open.length === 0 && phase.value === 'live' && <p class="mt-6 text-sm text-soft">{words.nothingWaiting}</p>}
      {text.value && hasMore.value && (
        <Button kind="quiet" class="mt-2" onClick={loadMore} disabled={isLoadingMore.value}>
          {isLoadingMore.value ? words.loading : words.loadMore}
        </Button>
      )}
      <Button class="mt-6 self-start" onClick={() => leave(null)}>
        {text.value ? words.cancel : words.backToList}
      </Button>
    </div>
  );
}

function Choice({ conversation, onChoose }: { conversation: Conversation; onChoose(): void }) {
  const { lastMessage } = conversation;
  return (
    <button
      type="button"
      onClick={onChoose}
      class="grid h-16 w-full grid-cols-[minmax(0,1fr)_auto] content-center gap-x-3 gap-y-0.5 px-4 text-start hover:bg-hover focus-visible:-outline-offset-2"
    >
      <VisitorLabel conversation={conversation} class="truncate text-base font-medium" />
      <time dateTime={new Date(lastMessage.atMs).toISOString()} class="text-xs text-soft tabular-nums">
        {rowTime(lastMessage.atMs, now.value)}
      </time>
      <span class="col-span-2 flex min-w-0 text-sm text-soft">
        {isFromManager(lastMessage) ? (
          <CutSentence message={words.yourPreview} values={{ preview: lastMessage.preview }} />
        ) : (
          <span dir="auto" class="truncate">
            {lastMessage.preview}
          </span>
        )}
      </span>
    </button>
  );
}
