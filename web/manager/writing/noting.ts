import { signal } from '@preact/signals';
import { keepDraft, readDraft } from '../messages/drafts.ts';

/** The conversation whose field writes a note; `null` while it writes replies. Another conversation begins with the reply. */
export const noting = signal<string | null>(null);

/** Kept apart from the reply's draft: what was typed in one field never moves to the other. */
const keyOf = (conversationId: string) => `note:${conversationId}`;

export function readNoteDraft(conversationId: string): string {
  return readDraft(keyOf(conversationId));
}

export function keepNoteDraft(conversationId: string, text: string): void {
  keepDraft(keyOf(conversationId), text);
}
