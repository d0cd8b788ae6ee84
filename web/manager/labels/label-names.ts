import { LIST_MAX, SLOT_LENGTH } from '@foyer/domain/limits';
import { plainLetters } from '@foyer/domain/plain-letters';
import type { KnownLabel, KnownLabels } from '../conversations/known-labels.ts';

/** One page of a list: all labels are loaded with one query. */
export const LABELS_OF_MANAGER_MAX = LIST_MAX;

const SYMBOLS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A name without case and accents, to compare. */
export function foldedName(name: string): string {
  return plainLetters(name.trim().toLowerCase());
}

/** The labels whose names contain `typed`. */
export function labelsLike(labels: KnownLabels, typed: string): KnownLabel[] {
  const wanted = foldedName(typed);
  return [...labels.values()].filter(({ name }) => foldedName(name).includes(wanted));
}

/** The label with this name, other than `exceptId`. */
export function labelNamed(labels: KnownLabels, name: string, exceptId?: string): KnownLabel | undefined {
  return [...labels.values()].find((label) => label.id !== exceptId && foldedName(label.name) === foldedName(name));
}

/** A random id that no label has. The rules refuse that of a deleted label: conversations may still have it. */
export function freeLabelId(taken: ReadonlySet<string>, random = (below: number) => Math.floor(Math.random() * below)): string {
  for (;;) {
    const id = Array.from({ length: SLOT_LENGTH }, () => SYMBOLS.charAt(random(SYMBOLS.length))).join('');
    if (!taken.has(id)) return id;
  }
}
