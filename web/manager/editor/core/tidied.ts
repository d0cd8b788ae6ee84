import type { Draft } from '@foyer/domain/profile';
import { linkFault } from '@foyer/domain/safe-link';
import { completeLink, completeOrigin } from '@foyer/domain/typed-link';
import { withLink } from './links.ts';

type Section = Draft['sections'][number];

/**
 * As it is published: without what was added and never filled (an item that is only an id, a text that was never begun, a site without an
 * address), and with links completed in fields that nobody has left since.
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

/** A link that is one already keeps its spelling: it is no change. */
function wholeLink(typed: string): string {
  return linkFault(typed) === null ? typed : completeLink(typed);
}

function isOnlyId(item: object): boolean {
  return Object.entries(item).every(([name, value]) => name === 'id' || value === '' || value === undefined);
}
