import { useSignalEffect } from '@preact/signals';
import { displayName, tame } from '../conversations/visitor-name.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What the document wears: the title with what is unread, and the page's own colour. */
export function useLook({ unread, thread, page }: Workspace): void {
  useSignalEffect(() => {
    const { count, isAtLeast } = unread.value;
    const conversation = thread.value?.conversation.value;
    const name = conversation ? tame(displayName(conversation.visitor, conversation.id).text) : (page.value?.name ?? 'Inbox');
    document.title = `${count > 0 ? `(${count}${isAtLeast ? '+' : ''}) ` : ''}${name} · Foyer`;
  });
  useSignalEffect(() => {
    if (page.value) document.documentElement.style.setProperty('--brand', page.value.accent);
  });
}
