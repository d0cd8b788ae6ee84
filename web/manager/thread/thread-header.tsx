import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { now } from '../connection/clock.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { momentName } from '../conversations/status-change.ts';
import { VisitorLabel } from '../conversations/visitor-label.tsx';
import { leaveConversation } from '../route/history.ts';
import { useWorkspace } from '../shell/context.ts';
import { areDetailsOpen, snoozing } from '../shell/panels.ts';

export function ThreadHeader({ conversation }: { conversation: Conversation }) {
  return (
    <header class="flex h-14 shrink-0 pointer-coarse:h-16 pointer-coarse:three:h-14 items-center gap-1 border-b border-line pr-2 pl-1.5 two:pl-5">
      <IconButton icon="back" label="Back to the list" keyHint="Escape" class="size-11! two:hidden!" onClick={leaveConversation} />
      <div class="min-w-0 grow">
        <h2 class="truncate text-md leading-5 font-semibold">
          <VisitorLabel conversation={conversation} />
        </h2>
        <p class="truncate text-xs text-soft">
          <Standing conversation={conversation} />
        </p>
      </div>
      <IconButton
        icon="person"
        label="About the visitor"
        keyHint="i"
        aria-expanded={areDetailsOpen.value}
        onClick={() => {
          areDetailsOpen.value = !areDetailsOpen.value;
        }}
      />
      <Acts conversation={conversation} />
    </header>
  );
}

/** One line below the name: where the conversation stands, or where it came from. */
function Standing({ conversation: { status, snoozedUntilMs, section, visitor } }: { conversation: Conversation }) {
  if (status === 'closed') return <>Closed. It opens again when somebody writes.</>;
  if (status === 'snoozed' && snoozedUntilMs !== null) return <>Snoozed until {momentName(snoozedUntilMs, now.value)}</>;
  if (section) {
    return (
      <>
        Started from “<bdi>{section}</bdi>”
      </>
    );
  }
  return <bdi>{visitor.email ?? 'Left no address'}</bdi>;
}

function Acts({ conversation }: { conversation: Conversation }) {
  const { change } = useWorkspace();
  const isClosed = conversation.status === 'closed';
  return (
    <>
      {!isClosed && (
        <IconButton
          icon="clock"
          label={conversation.status === 'snoozed' ? 'Snooze or wake' : 'Snooze'}
          keyHint="s"
          aria-haspopup="dialog"
          onClick={() => {
            snoozing.value = conversation;
          }}
        />
      )}
      <Button
        class="max-two:w-11 max-two:border-0 max-two:px-0! two:ml-1"
        aria-keyshortcuts="e"
        title={`${isClosed ? 'Reopen' : 'Close'} (e)`}
        onClick={() => change(conversation, { status: isClosed ? 'open' : 'closed', snoozedUntilMs: null })}
      >
        <Icon name={isClosed ? 'reopen' : 'check'} />
        <span class="max-two:sr-only">{isClosed ? 'Reopen' : 'Close'}</span>
      </Button>
    </>
  );
}
