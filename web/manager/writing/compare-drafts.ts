/** The reply and the note that were begun; empty strings where there is none. */
export interface Drafts {
  reply: string;
  note: string;
}

export const NO_DRAFTS: Drafts = { reply: '', note: '' };

/** What to do when the stored drafts are known. */
export type Verdict = 'nothing' | 'store' | 'take' | 'offer';

/**
 * Compares what is typed here with what is stored, and with what this browser last stored or took over. Typed text is never replaced:
 * drafts of another device are taken where nothing is typed, and offered otherwise. If another device sent or discarded the draft, the
 * text here stays.
 */
export function compareDrafts(here: Drafts, known: Drafts, stored: Drafts): Verdict {
  if (isSame(here, stored)) return 'nothing';
  if (isSame(stored, known)) return 'store';
  if (isSame(stored, NO_DRAFTS)) return isSame(here, known) ? 'nothing' : 'store';
  return isSame(here, NO_DRAFTS) ? 'take' : 'offer';
}

export function isSame(one: Drafts, other: Drafts): boolean {
  return one.reply === other.reply && one.note === other.note;
}
