import type { Draft } from '@foyer/domain/profile';
import { isSame } from './same.ts';

/**
 * The key of the first field in which two drafts differ: `headline`, `theme.accent`, `links.l1.url`. For an added section or item its own
 * key, for a changed order `sections`. `null` if nothing differs.
 */
export function placeOfChange(before: Draft, after: Draft): string | null {
  const field = firstDifference(before, after);
  if (field === 'sections') return placeAmong(before.sections, after.sections, ({ kind }) => kind, placeInSection) ?? field;
  if (field !== 'theme' && field !== 'reach') return field;
  return below(field, firstDifference(before[field], after[field]));
}

type DraftSection = Draft['sections'][number];

function placeInSection(before: DraftSection, after: DraftSection): string | null {
  if (!('items' in before && 'items' in after) || isSame(before.items, after.items)) return firstDifference(before, after);
  return placeAmong<{ id: string }>(before.items, after.items, ({ id }) => id, firstDifference);
}

/** The added entry, or the changed one and where in it. `null` if one was removed, or only the order changed. */
function placeAmong<T extends object>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string,
  placeIn: (before: T, after: T) => string | null,
): string | null {
  for (const one of after) {
    const same = before.find((other) => keyOf(other) === keyOf(one));
    if (!same) return keyOf(one);
    if (!isSame(same, one)) return below(keyOf(one), placeIn(same, one));
  }
  return null;
}

function firstDifference(before: object, after: object): string | null {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].find((name) => !isSame(Reflect.get(before, name), Reflect.get(after, name))) ?? null;
}

function below(path: string, rest: string | null): string {
  return rest === null ? path : `${path}.${rest}`;
}
