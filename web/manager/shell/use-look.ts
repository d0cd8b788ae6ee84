import { useSignalEffect } from '@preact/signals';
import { showBadge } from '../arrivals/badge.ts';
import { countText } from '../conversations/count-text.ts';
import { displayName, tame } from '../conversations/visitor-name.ts';
import { words } from '../words.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** More has no room on an icon. */
const BADGE_MAX = 9;

/** Keeps the document's title and icon, with the unread count, and its colour, the page's own. */
export function useLook({ counted, thread, page }: Workspace): void {
  useSignalEffect(() => {
    const { count } = counted.value;
    const conversation = thread.value?.conversation.value;
    const name = conversation ? tame(displayName(conversation).text) : (page.value?.name ?? words.inbox);
    document.title = count > 0 ? words.documentTitleUnread({ name, count: countText(counted.value) }) : words.documentTitle({ name });
  });
  useSignalEffect(() => {
    const { count } = counted.value;
    showBadge(count, count > BADGE_MAX ? countText({ count: BADGE_MAX, isAtLeast: true }) : countText({ count, isAtLeast: false }));
  });
  useSignalEffect(() => {
    if (page.value) document.documentElement.style.setProperty('--brand', page.value.accent);
  });
}
