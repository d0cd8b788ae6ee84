import { signal } from '@preact/signals';
import { draftsGiven, keepDraft, readDraft } from '../messages/drafts.ts';
import type { Drafts } from './compare-drafts.ts';
import { keepNoteDraft, readNoteDraft } from './noting.ts';

/** Drafts of another device, while text here is different. */
export const offered = signal<{ conversationId: string; stored: Drafts; settle(): void } | null>(null);
/** The conversation whose drafts came from another device, until they are typed on. */
export const takenFrom = signal<string | null>(null);

export function draftsHere(conversationId: string): Drafts {
  return { reply: readDraft(conversationId), note: readNoteDraft(conversationId) };
}

/** Replaces both drafts, also in their fields. */
export function putDrafts(conversationId: string, { reply, note }: Drafts): void {
  keepDraft(conversationId, reply);
  keepNoteDraft(conversationId, note);
  draftsGiven.value++;
}
