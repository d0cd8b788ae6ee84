import type { Profile, Section } from '@foyer/domain/profile';

/**
 * The sections that the manager shows and that have something to show, in the manager's order. On a card the links come first: here and not
 * in the stylesheet, so that the keyboard meets them where the eye does.
 */
export function shownSections({ sections, theme }: Pick<Profile, 'sections' | 'theme'>): Section[] {
  const shown = sections.filter((section) => !section.isHidden && ('items' in section ? section.items.length > 0 : section.text !== ''));
  if (theme.preset !== 'card') return shown;
  return [...shown.filter(({ kind }) => kind === 'links'), ...shown.filter(({ kind }) => kind !== 'links')];
}
