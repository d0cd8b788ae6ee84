import type { Draft } from '@foyer/domain/profile';
import type { ListKind, SectionKind } from '@foyer/domain/profile-parts';
import { withoutHoles } from './changes.ts';

/** Changes of a draft's sections. Each returns a new draft that shares what it did not change. */

export type DraftSection = Draft['sections'][number];
export type ListSection = Extract<DraftSection, { items: object[] }>;
export type Item = ListSection['items'][number];

/** Sets a field. An empty text removes an optional one. */
export function withField<T extends object>(fields: T, name: string, value: unknown, isRequired = false): T {
  return withoutHoles({ ...fields, [name]: value === '' && !isRequired ? undefined : value });
}

export function sectionOf(draft: Draft, kind: SectionKind): DraftSection | undefined {
  return draft.sections.find((section) => section.kind === kind);
}

export function addSection(draft: Draft, kind: SectionKind): Draft {
  const section = kind === 'about' || kind === 'now' ? { kind, text: '' } : { kind, items: [] };
  return { ...draft, sections: [...draft.sections, section] };
}

export function removeSection(draft: Draft, kind: SectionKind): Draft {
  return { ...draft, sections: draft.sections.filter((section) => section.kind !== kind) };
}

export function changeSection(draft: Draft, kind: SectionKind, change: (section: DraftSection) => DraftSection): Draft {
  return { ...draft, sections: draft.sections.map((section) => (section.kind === kind ? change(section) : section)) };
}

export function moveSection(draft: Draft, kind: SectionKind, to: number): Draft {
  const from = draft.sections.findIndex((section) => section.kind === kind);
  return { ...draft, sections: moved(draft.sections, from, to) };
}

export function addItem(draft: Draft, kind: ListKind, item: Item): Draft {
  return changeItems(draft, kind, (items) => [...items, item]);
}

export function removeItem(draft: Draft, kind: ListKind, id: string): Draft {
  return changeItems(draft, kind, (items) => items.filter((item) => item.id !== id));
}

export function changeItem(draft: Draft, kind: ListKind, id: string, change: (item: Item) => Item): Draft {
  return changeItems(draft, kind, (items) => items.map((item) => (item.id === id ? change(item) : item)));
}

export function moveItem(draft: Draft, kind: ListKind, id: string, to: number): Draft {
  return changeItems(draft, kind, (items) =>
    moved(
      items,
      items.findIndex((item) => item.id === id),
      to,
    ),
  );
}

/** The types don't know which items a kind of section has; the tables of fields do. That is why this casts. */
function changeItems(draft: Draft, kind: ListKind, change: (items: readonly Item[]) => Item[]): Draft {
  return changeSection(draft, kind, (section) =>
    'items' in section ? ({ ...section, items: change(section.items) } as DraftSection) : section,
  );
}

/** The list with its entry at `from` moved to `to`, or as it was if either is out of range. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  if (from < 0 || to < 0 || from >= list.length || to >= list.length) return next;
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}
