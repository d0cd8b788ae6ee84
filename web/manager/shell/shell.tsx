import { useEffect } from 'preact/hooks';
import { classes } from '../../ui/classes.ts';
import { followClock } from '../connection/clock.ts';
import { followConnection } from '../connection/connection.ts';
import { ConnectionNote } from '../connection/connection-note.tsx';
import { followVisibility } from '../connection/visibility.ts';
import { VIEW_LOOKS } from '../conversations/view-looks.ts';
import { ConversationList } from '../inbox/conversation-list.tsx';
import { NewConversations } from '../inbox/new-conversations.tsx';
import { bindKeys } from '../keys/bind-keys.ts';
import { Key } from '../keys/key.tsx';
import { MOVE_KEYS } from '../keys/keys.ts';
import { KeysDialog } from '../keys/keys-dialog.tsx';
import { PageInvitation } from '../page/page-invitation.tsx';
import { followHistory, route } from '../route/history.ts';
import { LeaveDialog } from '../route/leave-dialog.tsx';
import { ThreadPane } from '../thread/thread-pane.tsx';
import { VisitorDetails } from '../thread/visitor-details.tsx';
import { useWorkspace, WorkspaceContext } from '../workspace/context.ts';
import { areDetailsOpen, areRecentActsOpen, isHelpOpen, sheet } from '../workspace/panels.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { BottomBar } from './bottom-bar.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { Rail } from './rail.tsx';
import { RecentActsDialog } from './recent-acts-dialog.tsx';
import { Screen } from './screens.tsx';
import { SkipLink } from './skip-link.tsx';
import { useLook } from './use-look.ts';
import { ViewTitle } from './views.tsx';

/** Three panes where they fit, two on a tablet, one on a phone. */
export function Shell({ workspace }: { workspace: Workspace }) {
  useEffect(() => {
    const stops = [followHistory(), followConnection(), followVisibility(), followClock(), bindKeys(workspace)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [workspace]);
  useLook(workspace);

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
                <h1 class="sr-only">Conversations</h1>
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
      </div>
      {sheet.value?.()}
      {isHelpOpen.value && <KeysDialog />}
      {areRecentActsOpen.value && <RecentActsDialog />}
      <LeaveDialog />
    </WorkspaceContext.Provider>
  );
}

function ListPane({ isCovered }: { isCovered: boolean }) {
  const { list } = useWorkspace();
  return (
    <section
      aria-labelledby="list-name"
      class={classes('min-h-0 min-w-0 flex-col border-line bg-paper two:flex two:border-r', isCovered ? 'hidden' : 'flex')}
    >
      <header class="flex h-14 shrink-0 pointer-coarse:h-16 pointer-coarse:three:h-14 items-center justify-between gap-2 px-3 three:px-5">
        <h2 id="list-name" class="sr-only text-md font-semibold three:not-sr-only">
          {VIEW_LOOKS[route.value.view].name}
        </h2>
        <div class="grow three:hidden">
          <ViewTitle />
        </div>
      </header>
      <div class="px-1 three:hidden">
        <ConnectionNote />
      </div>
      <div class="relative flex min-h-0 grow flex-col">
        <NewConversations />
        <div
          class="min-h-0 grow overflow-y-auto overscroll-contain"
          onScroll={({ currentTarget }) => list.hold('scroll', currentTarget.scrollTop > 0)}
        >
          <ConversationList />
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
          <p>Choose a conversation to read it here.</p>
          <p class="flex items-center gap-2 pointer-coarse:hidden" aria-hidden="true">
            <Key name={MOVE_KEYS.next[0]} /> <Key name={MOVE_KEYS.previous[0]} /> to move <Key name="Enter" /> to read{' '}
            <Key name={MOVE_KEYS.help[0]} /> for more
          </p>
        </>
      )}
    </div>
  );
}
