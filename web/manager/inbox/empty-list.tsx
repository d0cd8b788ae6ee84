import { Icon } from '../../ui/icon.tsx';
import type { View } from '../conversations/view.ts';
import { VIEW_LOOKS } from '../conversations/view-looks.ts';
import { PageInvitation } from '../page/page-invitation.tsx';
import { ViewNote } from './view-note.tsx';

const WORDS: Readonly<Record<Exclude<View, 'open'>, { title: string; sentence: string }>> = {
  snoozed: { title: 'Nothing is snoozed', sentence: 'What you put off comes back by itself.' },
  archive: {
    title: 'Nothing is archived yet',
    sentence: 'Archived conversations stay here, and return to your inbox when their visitors write again.',
  },
  requests: {
    title: 'Nobody is waiting',
    sentence: 'When somebody is, a number stands beside Requests. Your reply takes them into your inbox.',
  },
  spam: { title: 'No spam', sentence: 'What you call spam goes here, and you can always take it back out.' },
};

/** Beside an empty list of open ones, the page's invitation stands in the large pane; on a phone, here. */
export function EmptyList({ view }: { view: View }) {
  if (view === 'open') {
    return (
      <>
        <p class="hidden px-5 py-4 text-sm text-soft two:block">Nothing is waiting for you.</p>
        <div class="px-5 py-8 two:hidden">
          <PageInvitation />
        </div>
      </>
    );
  }
  const { title, sentence } = WORDS[view];
  return (
    <>
      <ViewNote view={view} />
      <div class="mx-auto flex max-w-72 flex-col items-center px-5 pt-16 pb-8 text-center">
        <span class="mb-4 grid size-12 place-items-center rounded-full bg-hover text-soft">
          <Icon name={VIEW_LOOKS[view].icon} class="size-5" />
        </span>
        <p class="text-base font-semibold">{title}</p>
        <p class="mt-1 text-sm text-pretty text-soft">{sentence}</p>
      </div>
    </>
  );
}
