import type { Draft } from '@foyer/domain/profile';
import { nanoid } from 'nanoid';
import { type LinkItem, withLink } from '../editor/core/links.ts';
import { addItem, addSection, changeItem, removeItem, removeSection, sectionOf } from '../editor/core/sections.ts';

/** What a new page needs, one screen each. */
export const STEPS = ['words', 'portrait', 'look'] as const;
export type Step = (typeof STEPS)[number];

/** The step at which the first run continues, on any device: the first one whose fields are empty. */
export function nextStep(draft: Draft): Step {
  if ((draft.headline ?? '').trim() === '' || firstLink(draft) === null) return 'words';
  return draft.portrait ? 'look' : 'portrait';
}

export function firstLink(draft: Draft): LinkItem | null {
  const section = sectionOf(draft, 'links');
  return section?.kind === 'links' ? (section.items[0] ?? null) : null;
}

/** The draft with this as its first link. Without text, removes the link, and the section if it is empty then. */
export function withFirstLink(draft: Draft, typed: string): Draft {
  const link = firstLink(draft);
  if (link && typed !== '') return changeItem(draft, 'links', link.id, (item) => withLink(item as LinkItem, typed));
  if (link) {
    const without = removeItem(draft, 'links', link.id);
    return firstLink(without) ? without : removeSection(without, 'links');
  }
  if (typed === '') return draft;
  const item = withLink({ id: nanoid(12), label: '', url: '' }, typed);
  return addItem(sectionOf(draft, 'links') ? draft : addSection(draft, 'links'), 'links', item);
}
