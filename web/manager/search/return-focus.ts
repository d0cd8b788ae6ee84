import { route } from '../route/history.ts';
import { SEARCH_LINK, searchOrigin } from '../workspace/open-search.ts';
import { wantsLog } from '../workspace/panels.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Gives the focus back to what had it when the search was opened, or to the messages of a conversation that was opened from it. */
export function returnFocus({ wantRow }: Workspace): void {
  const { screen, conversationId, messageId } = route.peek();
  const { focus, conversationId: origin } = searchOrigin();
  if (screen !== null || messageId !== undefined) return;
  if (conversationId !== origin || (conversationId !== null && focus === null)) wantsLog.value = conversationId !== null;
  // The list is rendered by then.
  else if (focus === 'link') setTimeout(() => document.getElementById(SEARCH_LINK)?.focus({ focusVisible: true }));
  else if (focus !== null) wantRow(focus.row);
}
