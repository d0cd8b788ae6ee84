import type { Profile, Section } from '@foyer/domain/profile';

/**
 * The visible sections that have content, in the manager's order. The card preset has links first: ordered here and not in the stylesheet,
 * so keyboard order matches visual order.
 */
export function shownSections({ sections, theme }: Pick<Profile, 'sections' | 'theme'>): Section[] {
  const shown = sections.filter((section) => !section.isHidden && ('items' in section ? section.items.length > 0 : section.text !== ''));
  if (theme.preset !== 'card') return shown;
  return [...shown.filter(({ kind }) => kind === 'links'), ...shown.filter(({ kind }) => kind !== 'links')];
}
