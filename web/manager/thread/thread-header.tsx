import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { now } from '../connection/clock.ts';
import { ActButton } from '../conversations/act-button.tsx';
import { ACT_LOOKS } from '../conversations/act-looks.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { momentName } from '../conversations/moment-name.ts';
import { type Act, possibleActs } from '../conversations/possible-acts.ts';
import { VisitorLabel } from '../conversations/visitor-label.tsx';
import { leaveConversation } from '../route/history.ts';
import { useWorkspace } from '../shell/context.ts';
import { areDetailsOpen } from '../shell/panels.ts';
import { MoreMenu } from './more-menu.tsx';

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
        class="max-two:hidden!"
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
function Standing({ conversation }: { conversation: Conversation }) {
  const { status, tray, isBlocked, snoozedUntilMs, section, visitor } = conversation;
  if (isBlocked) {
    return (
      <>
        <Icon name="blocked" class="mr-1 inline size-3 align-[-0.125em]" />
        {tray === 'spam' ? 'Blocked, in spam' : 'Blocked'}
      </>
    );
  }
  if (tray !== 'inbox') return <>{tray === 'spam' ? 'In spam' : 'A request'}</>;
  if (status === 'closed') return <>Closed. It opens again when somebody writes.</>;
  if (status === 'snoozed' && snoozedUntilMs !== null) return <>Snoozed until {momentName(snoozedUntilMs, now.value)}</>;
  if (section) {
    return (
      <>
        About: <bdi>{section}</bdi>
      </>
    );
  }
  return <bdi>{visitor.email ?? 'Left no address'}</bdi>;
}

function Acts({ conversation }: { conversation: Conversation }) {
  const workspace = useWorkspace();
  const acts = possibleActs(conversation);
  // Where one would write there is a way to unblock: once is enough.
  const usual = acts.findLast((act) => act !== 'unblock' && act !== 'spam');
  // On a phone there is no room for all: the menu has it.
  const isInMenu = (act: Act) => act === 'spam' && conversation.tray === 'inbox';
  return (
    <>
      {acts
        .filter((act) => act === 'spam' || act === 'snooze')
        .map((act) => (
          <ActButton key={act} act={act} conversation={conversation} class={isInMenu(act) ? 'max-two:hidden!' : ''} />
        ))}
      <MoreMenu conversation={conversation} />
      {usual && (
        <Button
          class="max-two:w-11 max-two:border-0 max-two:px-0! two:ml-1"
          aria-keyshortcuts={ACT_LOOKS[usual].keyHint}
          title={`${ACT_LOOKS[usual].name} (${ACT_LOOKS[usual].keyHint})`}
          onClick={() => workspace.act(usual, conversation)}
        >
          <Icon name={ACT_LOOKS[usual].icon} />
          <span class="max-two:sr-only">{ACT_LOOKS[usual].name}</span>
        </Button>
      )}
    </>
  );
}
