import { PREVIEW_MAX } from '@foyer/domain/limits';
import { previewOf } from '@foyer/domain/preview';
import { useComputed } from '@preact/signals';
import { draftsKept, readDraft } from '../messages/drafts.ts';

/** The beginning of the unsent reply that this tab keeps for a conversation, empty if there is none. */
export function useDraftPreview(conversationId: string): string {
  return useComputed(() => {
    draftsKept.value;
    return previewOf(readDraft(conversationId), PREVIEW_MAX);
  }).value;
}
