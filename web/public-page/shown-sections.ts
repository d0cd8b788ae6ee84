import type { Profile, Section } from '@foyer/domain/profile';

/** The sections that the manager shows and that have something to show, in the manager's order. */
export function shownSections({ sections }: Pick<Profile, 'sections'>): Section[] {
  return sections.filter((section) => !section.isHidden && ('items' in section ? section.items.length > 0 : section.text !== ''));
}
