import type { Draft } from '@foyer/domain/profile';

type Section = Draft['sections'][number];

/** Without what was added and never filled: an item that is only an id, a text that was never begun, a site without an address. */
export function tidied(draft: Draft): Draft {
  const { sections, reach } = draft;
  return {
    ...draft,
    sections: sections.filter((section) => !isBlank(section)).map(withoutBlankItems),
    reach: { ...reach, embedOrigins: reach.embedOrigins.filter((origin) => origin !== '') },
  };
}

function isBlank(section: Section): boolean {
  return 'text' in section && section.text.trim() === '' && section.title === undefined;
}

function withoutBlankItems(section: Section): Section {
  return 'items' in section ? ({ ...section, items: section.items.filter((item: object) => !isOnlyId(item)) } as Section) : section;
}

function isOnlyId(item: object): boolean {
  return Object.entries(item).every(([name, value]) => name === 'id' || value === '' || value === undefined);
}
