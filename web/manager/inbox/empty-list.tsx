import type { Status } from '@foyer/domain/conversation';
import { isNewHere } from '../claim/claim.ts';
import { PageInvitation } from '../page/page-invitation.tsx';

const SENTENCES: Readonly<Record<Status, string>> = {
  open: 'Nothing is waiting for you.',
  snoozed: 'Nothing is snoozed. What you put off comes back here by itself.',
  closed: 'Nothing is closed yet. What you are done with rests here, and reopens when its visitor writes again.',
};

/** Beside an empty list of open ones, the page's invitation stands in the large pane; on a phone, here. */
export function EmptyList({ view }: { view: Status }) {
  if (view !== 'open') return <p class="px-5 py-4 text-sm text-pretty text-soft">{SENTENCES[view]}</p>;
  return (
    <>
      <p class="hidden px-5 py-4 text-sm text-soft two:block">{SENTENCES.open}</p>
      <div class="px-5 py-8 two:hidden">
        <PageInvitation isNew={isNewHere.value} />
      </div>
    </>
  );
}
