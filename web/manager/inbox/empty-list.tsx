import { Icon } from '../../ui/icon.tsx';
import { labelIn, type NamedView, type View } from '../conversations/view.ts';
import { looksOf } from '../conversations/view-looks.ts';
import { words as filing } from '../filing-words.ts';
import { PageInvitation } from '../page/page-invitation.tsx';
import { words } from '../words.ts';
import { ViewNote } from './view-note.tsx';

const EMPTY: Readonly<Record<Exclude<NamedView, 'open'> | 'label', { title: string; sentence: string }>> = {
  snoozed: { title: words.noSnoozedTitle, sentence: words.noSnoozed },
  archive: { title: words.noArchivedTitle, sentence: words.noArchived },
  requests: { title: words.noRequestsTitle, sentence: words.noRequests },
  spam: { title: words.noSpamTitle, sentence: words.noSpam },
  unread: { title: filing.noUnreadTitle, sentence: filing.noUnread },
  waiting: { title: filing.noWaitingTitle, sentence: filing.noWaiting },
  pinned: { title: filing.noPinnedTitle, sentence: filing.noPinned },
  muted: { title: filing.noMutedTitle, sentence: filing.noMuted },
  label: { title: filing.noLabelledTitle, sentence: filing.noLabelled },
};

/** The inbox invites people to share the page: in the large pane, or here on a phone. */
export function EmptyList({ view }: { view: View }) {
  if (view === 'open') {
    return (
      <>
        <p class="hidden px-5 py-4 text-sm text-soft two:block">{words.nothingWaiting}</p>
        <div class="px-5 py-8 two:hidden">
          <PageInvitation />
        </div>
      </>
    );
  }
  const { title, sentence } = EMPTY[labelIn(view) === null ? (view as Exclude<NamedView, 'open'>) : 'label'];
  return (
    <>
      <ViewNote view={view} />
      <div class="mx-auto flex max-w-72 flex-col items-center px-5 pt-16 pb-8 text-center">
        <span class="mb-4 grid size-12 place-items-center rounded-full bg-hover text-soft">
          <Icon name={looksOf(view).icon} class="size-5" />
        </span>
        <p class="text-base font-semibold">{title}</p>
        <p class="mt-1 text-sm text-pretty text-soft">{sentence}</p>
      </div>
    </>
  );
}
