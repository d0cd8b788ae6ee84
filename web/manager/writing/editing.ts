import { draftsGiven, draftsKept, keepDraft, readDraft } from '../messages/drafts.ts';
import type { Plan } from './follow-scheduled.ts';

/** A scheduled reply whose text is in the field. It waits there until it is scheduled again, or sent. */
export interface Editing extends Plan {
  /** What was in the field before. */
  before: string;
}

/** Kept like a draft, so it survives a reload. */
const keyOf = (conversationId: string) => `scheduled:${conversationId}`;

/** The scheduled reply that is edited in a conversation, or `null`. Components that read it follow changes. */
export function editingIn(conversationId: string): Editing | null {
  draftsKept.value;
  const kept = readDraft(keyOf(conversationId));
  return kept === '' ? null : (JSON.parse(kept) as Editing);
}

export function beginEditing(conversationId: string, editing: Editing): void {
  keepDraft(keyOf(conversationId), JSON.stringify(editing));
}

export function endEditing(conversationId: string): void {
  if (readDraft(keyOf(conversationId)) !== '') keepDraft(keyOf(conversationId), '');
}

/** Replaces what is in the field. */
export function fillField(conversationId: string, text: string): void {
  keepDraft(conversationId, text);
  draftsGiven.value++;
}

/** Puts a text before what is in the field. */
export function giveBack(conversationId: string, text: string): void {
  fillField(conversationId, [text, readDraft(conversationId)].filter(Boolean).join('\n\n'));
}
