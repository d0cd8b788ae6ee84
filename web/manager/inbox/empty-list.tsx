import { Icon, type IconName } from '../../ui/icon.tsx';
import { isNewHere } from '../claim/claim.ts';
import { PageInvitation } from '../page/page-invitation.tsx';
import type { View } from './view.ts';
import { ViewNote } from './view-note.tsx';

const WORDS: Readonly<Record<Exclude<View, 'open'>, { icon: IconName; title: string; sentence: string }>> = {
  snoozed: { icon: 'clock', title: 'Nothing is snoozed', sentence: 'What you put off comes back by itself.' },
  closed: {
    icon: 'check',
    title: 'Nothing is closed yet',
    sentence: 'What you are done with rests here, and reopens when its visitor writes again.',
  },
  requests: {
    icon: 'question',
    title: 'Nobody is waiting',
    sentence: 'When somebody is, a number stands beside Requests. Your reply takes them into your inbox.',
  },
  spam: { icon: 'spam', title: 'No spam', sentence: 'What you call spam goes here, and you can always take it back out.' },
};

/** Beside an empty list of open ones, the page's invitation stands in the large pane; on a phone, here. */
export function EmptyList({ view }: { view: View }) {
  if (view === 'open') {
    return (
      <>
        <p class="hidden px-5 py-4 text-sm text-soft two:block">Nothing is waiting for you.</p>
        <div class="px-5 py-8 two:hidden">
          <PageInvitation isNew={isNewHere.value} />
        </div>
      </>
    );
  }
  const { icon, title, sentence } = WORDS[view];
  return (
    <>
      <ViewNote view={view} />
      <div class="mx-auto flex max-w-72 flex-col items-center px-5 pt-16 pb-8 text-center">
        <span class="mb-4 grid size-12 place-items-center rounded-full bg-hover text-soft">
          <Icon name={icon} class="size-5" />
        </span>
        <p class="text-base font-semibold">{title}</p>
        <p class="mt-1 text-sm text-pretty text-soft">{sentence}</p>
      </div>
    </>
  );
}
