import type { Draft } from '@foyer/domain/profile';
import { linkFault } from '@foyer/domain/safe-link';
import { completeLink, completeOrigin } from '@foyer/domain/typed-link';
import { withLink } from './links.ts';

type Section = Draft['sections'][number];

/**
 * The draft as it is published: without entries that were added but never filled in (an item that is only an id, an empty text, a site
 * without an address), and with links completed in the field that still has the focus.
 */
export function tidied(draft: Draft): Draft {
  const { sections, reach } = draft;
  return {
    ...draft,
    sections: sections
      .filter((section) => !isBlank(section))
      .map(withoutBlankItems)
      .map(withWholeLinks),
    reach: { ...reach, embedOrigins: reach.embedOrigins.map(completeOrigin).filter((origin) => origin !== '') },
  };
}

function isBlank(section: Section): boolean {
  return 'text' in section && section.text.trim() === '' && section.title === undefined;
}

function withoutBlankItems(section: Section): Section {
  return 'items' in section ? ({ ...section, items: section.items.filter((item: object) => !isOnlyId(item)) } as Section) : section;
}

function withWholeLinks(section: Section): Section {
  if (section.kind === 'links') return { ...section, items: section.items.map((item) => withLink(item, wholeLink(item.url))) };
  if (section.kind !== 'projects') return section;
  return { ...section, items: section.items.map((item) => (item.link === undefined ? item : { ...item, link: wholeLink(item.link) })) };
}

/** A valid link keeps its spelling, so that it doesn't count as a change. */
function wholeLink(typed: string): string {
  return linkFault(typed) === null ? typed : completeLink(typed);
}

function isOnlyId(item: object): boolean {
  return Object.entries(item).every(([name, value]) => name === 'id' || value === '' || value === undefined);
}
