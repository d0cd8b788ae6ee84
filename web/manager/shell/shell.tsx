import { withNodes } from '@foyer/words/with-nodes';
import { useEffect, useRef } from 'preact/hooks';
import { classes } from '../../ui/classes.ts';
import { followSettings } from '../account/follow-settings.ts';
import { followClock } from '../connection/clock.ts';
import { followConnection } from '../connection/connection.ts';
import { ConnectionNote } from '../connection/connection-note.tsx';
import { followVisibility } from '../connection/visibility.ts';
import { labelIn } from '../conversations/view.ts';
import { looksOf } from '../conversations/view-looks.ts';
import { BulkSlot } from '../inbox/bulk-slot.tsx';
import { ConversationList } from '../inbox/conversation-list.tsx';
import { NewConversations } from '../inbox/new-conversations.tsx';
import { scrolledTo } from '../inbox/scrolled-to.ts';
import { bindKeys } from '../keys/bind-keys.ts';
import { Key } from '../keys/key.tsx';
import { MOVE_KEYS } from '../keys/keys.ts';
import { PageInvitation } from '../page/page-invitation.tsx';
import { followHistory, route } from '../route/history.ts';
import { LeaveDialog } from '../route/leave-dialog.tsx';
import { ThreadPane } from '../thread/thread-pane.tsx';
import { VisitorDetails } from '../thread/visitor-details.tsx';
import { words } from '../words.ts';
import { useWorkspace, WorkspaceContext } from '../workspace/context.ts';
import { areDetailsOpen, areRecentActsOpen, isHelpOpen, paletteTargets, sheet } from '../workspace/panels.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { ArrivalAnnouncement } from './arrival-bar.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { KeysDialog, PaletteDialog, RecentActsDialog } from './late-dialogs.ts';
import { NoticeBar } from './notice-bar.tsx';
import { Rail } from './rail.tsx';
import { Screen } from './screens.tsx';
import { SearchLink } from './search-link.tsx';
import { SkipLink } from './skip-link.tsx';
import { useLook } from './use-look.ts';
import { ViewTitle, WaitingRequests } from './views.tsx';

/** Three panes where they fit, two on a tablet, one on a phone. */
export function Shell({ workspace }: { workspace: Workspace }) {
  useEffect(() => {
    const stops = [followHistory(), followConnection(), followVisibility(), followClock(), bindKeys(workspace), followSettings(workspace)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [workspace]);
  useLook(workspace);
  const { view } = route.value;
  const isOfLabel = labelIn(view) !== null;
  useEffect(() => {
    if (!isOfLabel) return;
    const leaving = import('../labels/leave-deleted.ts').then(({ leaveDeleted }) => leaveDeleted(workspace.store));
    return () => {
      leaving.then((stop) => stop()).catch(() => {});
    };
  }, [workspace, isOfLabel]);

  const { conversationId, screen } = route.value;
  const thread = workspace.thread.value;
  const details = areDetailsOpen.value && thread?.conversation.value;
  return (
    <WorkspaceContext.Provider value={workspace}>
      <div class="relative flex h-dvh flex-col overflow-clip">
        <SkipLink />
        <div class="flex min-h-0 grow">
          <div class="grid min-w-0 grow grid-rows-[minmax(0,1fr)] two:grid-cols-[20rem_minmax(0,1fr)] three:grid-cols-[13.75rem_22.5rem_minmax(0,1fr)]">
            <Rail />
            {screen ? (
              <main id="main" class="flex min-h-0 min-w-0 flex-col overflow-y-auto bg-paper max-three:scroll-pt-28 two:col-span-2">
                <Screen key={screen} name={screen} />
                <NoticeBar place="screen" class="border-t" />
              </main>
            ) : (
              <main class="contents">
                <h1 class="sr-only">{words.conversations}</h1>
                <ListPane isCovered={conversationId !== null} />
                <div class={classes('min-h-0 min-w-0 flex-col bg-paper two:flex', conversationId === null ? 'hidden' : 'flex')}>
                  {thread ? (
                    <ThreadPane key={thread.conversationId} thread={thread} notice={<NoticeBar place="thread" class="border-b" />} />
                  ) : (
                    <NoThread workspace={workspace} />
                  )}
                </div>
              </main>
            )}
          </div>
          {details && <VisitorDetails conversation={details} />}
        </div>
        <BottomBar />
        <ArrivalAnnouncement />
      </div>
      {sheet.value?.()}
      {isHelpOpen.value && <KeysDialog onClose={() => (isHelpOpen.value = false)} />}
      {areRecentActsOpen.value && <RecentActsDialog onClose={() => (areRecentActsOpen.value = false)} />}
      {paletteTargets.value && <PaletteDialog targets={paletteTargets.value} onClose={() => (paletteTargets.value = null)} />}
      <LeaveDialog />
    </WorkspaceContext.Provider>
  );
}

function ListPane({ isCovered }: { isCovered: boolean }) {
  const { list, queued } = useWorkspace();
  const scroller = useRef<HTMLDivElement>(null);
  const { view } = route.value;
  const isOfLabel = labelIn(view) !== null;
  return (
    <section
      aria-labelledby="list-name"
      class={classes('min-h-0 min-w-0 flex-col border-line bg-paper two:flex two:border-e', isCovered ? 'hidden' : 'flex')}
    >
      <header class="relative flex h-14 shrink-0 pointer-coarse:h-16 pointer-coarse:three:h-14 items-center justify-between gap-2 px-3 three:px-5">
        <h2 id="list-name" class="sr-only text-md font-semibold three:not-sr-only three:min-w-0">
          <span dir={isOfLabel ? 'auto' : undefined} class="three:block three:truncate">
            {looksOf(view).name}
          </span>
        </h2>
        <div class="min-w-0 grow three:hidden">
          <ViewTitle />
        </div>
        <SearchLink />
        <BulkSlot />
      </header>
      <div class="px-1 three:hidden">
        <ConnectionNote queued={queued.value} />
      </div>
      <WaitingRequests />
      <div class="relative flex min-h-0 grow flex-col">
        <NewConversations />
        <div
          ref={scroller}
          class="min-h-0 grow overflow-y-auto overscroll-contain"
          onScroll={({ currentTarget: { scrollTop, clientHeight } }) => {
            // The event of a list that was left in the frame in which it was scrolled: hidden or removed, it is at 0.
            if (clientHeight === 0) return;
            list.freeze('scroll', scrollTop > 0);
            scrolledTo.set(route.value.view, scrollTop);
          }}
        >
          <ConversationList scroller={scroller} />
        </div>
      </div>
      <NoticeBar place="list" class="border-t" />
    </section>
  );
}

/** The large pane while nothing is open in it. */
function NoThread({ workspace: { inbox } }: { workspace: Workspace }) {
  const { conversations, phase } = inbox.value;
  const isEmpty = phase.value === 'live' && conversations.value.length === 0;
  if (isEmpty && route.value.view === 'open') {
    return (
      <div class="flex grow items-center overflow-y-auto p-8">
        <PageInvitation />
      </div>
    );
  }
  return (
    <div class="m-auto hidden flex-col items-center gap-4 px-8 text-sm text-soft two:flex">
      {phase.value === 'live' && !isEmpty && (
        <>
          <p>{words.chooseConversation}</p>
          <p class="text-center leading-8 text-pretty pointer-coarse:hidden" aria-hidden="true">
            {withNodes(words.listKeys, {
              next: <Key name={MOVE_KEYS.next[0]} />,
              previous: <Key name={MOVE_KEYS.previous[0]} />,
              enter: <Key name={words.keyEnter} />,
              help: <Key name={MOVE_KEYS.help[0]} />,
            })}
          </p>
        </>
      )}
    </div>
  );
}
