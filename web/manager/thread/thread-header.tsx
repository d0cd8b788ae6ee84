import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ActButton } from '../acts/act-button.tsx';
import { perform } from '../acts/perform.ts';
import { actsIn } from '../acts/register.ts';
import { now } from '../connection/clock.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { CutSentence } from '../conversations/cut-sentence.tsx';
import { momentName } from '../conversations/moment-name.ts';
import { VisitorLabel } from '../conversations/visitor-label.tsx';
import { MOVE_KEYS } from '../keys/keys.ts';
import { leaveConversation } from '../route/history.ts';
import { words } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { areDetailsOpen } from '../workspace/panels.ts';
import { MoreMenu } from './more-menu.tsx';

export function ThreadHeader({ conversation }: { conversation: Conversation }) {
  return (
    <header class="flex h-14 shrink-0 pointer-coarse:h-16 pointer-coarse:three:h-14 items-center gap-1 border-b border-line ps-1.5 pe-2 two:ps-5">
      <IconButton
        icon="back"
        label={words.backToList}
        keyHint={MOVE_KEYS.back[0]}
        class="size-11! two:hidden!"
        onClick={leaveConversation}
      />
      <div class="min-w-0 grow">
        <h2 class="flex text-md leading-5 font-semibold">
          <VisitorLabel conversation={conversation} class="truncate" />
        </h2>
        <p class="flex min-w-0 text-xs whitespace-nowrap text-soft">
          <StateBadges conversation={conversation} />
        </p>
      </div>
      <IconButton
        icon="person"
        label={words.aboutVisitor}
        keyHint={MOVE_KEYS.details[0]}
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

/** The line below the name: the conversation's state, or what it is about. */
function StateBadges({ conversation }: { conversation: Conversation }) {
  const { status, tray, isBlocked, snoozedUntilMs, section, visitor } = conversation;
  if (isBlocked) {
    return (
      <span class="truncate">
        <Icon name="blocked" class="me-1 inline size-3 align-[-0.125em]" />
        {tray === 'spam' ? words.blockedInSpam : words.blocked}
      </span>
    );
  }
  if (tray !== 'inbox') return <span class="truncate">{tray === 'spam' ? words.inSpam : words.request}</span>;
  if (status === 'archived') return <span class="truncate">{words.archivedNote}</span>;
  if (status === 'snoozed' && snoozedUntilMs !== null)
    return <span class="truncate">{words.snoozedUntil({ moment: momentName(snoozedUntilMs, now.value) })}</span>;
  if (section) return <CutSentence message={words.about} values={{ section }} />;
  if (visitor.email)
    return (
      <span dir="ltr" class="truncate">
        {visitor.email}
      </span>
    );
  return <span class="truncate">{words.noEmail}</span>;
}

/** On a phone, the menu has those for which there is no room. */
function Acts({ conversation }: { conversation: Conversation }) {
  const workspace = useWorkspace();
  return (
    <>
      {actsIn('wide header', conversation).map((act) => (
        <ActButton key={act.name} act={act} conversation={conversation} class="max-two:hidden!" />
      ))}
      {actsIn('header', conversation).map((act) => (
        <ActButton key={act.name} act={act} conversation={conversation} />
      ))}
      <MoreMenu conversation={conversation} />
      {actsIn('header button', conversation).map((act) => (
        <Button
          key={act.name}
          class="max-two:w-11 max-two:border-0 max-two:px-0! two:ms-1"
          aria-keyshortcuts={act.key}
          title={act.key === undefined ? act.label : words.withKey({ label: act.label, key: act.key })}
          onClick={() => perform(act, { conversations: [conversation], workspace })}
        >
          <Icon name={act.icon} />
          <span class="max-two:sr-only">{act.label}</span>
        </Button>
      ))}
    </>
  );
}
