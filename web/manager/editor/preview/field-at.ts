import { ALWAYS } from '@foyer/domain/office-hours';
import type { Profile, Section } from '@foyer/domain/profile';
import type { ListKind } from '@foyer/domain/profile-parts';

/** Selectors of the elements that show a field, and the field. The first match counts. */
type Parts = readonly (readonly [shownBy: string, field: string])[];

const HERO: Parts = [
  ['.name, .signature', 'name'],
  ['.portrait', 'portrait'],
  ['.cover', 'cover'],
  ['.greeting', 'language'],
  ['.headline', 'headline'],
  ['.status', 'status'],
  ['.reply-time', 'showsReplyTime'],
  ['.prose', 'intro'],
];

/** The fields of one item. The last entry is for the item itself. */
const ITEMS: Readonly<Record<ListKind, { item: string; parts: Parts }>> = {
  projects: {
    item: '.works > li',
    parts: [
      ['img', 'image'],
      ['.prose', 'text'],
      ['.fact', 'year'],
      ['li', 'title'],
    ],
  },
  services: {
    item: '.services > li',
    parts: [
      ['.prose', 'text'],
      ['.price', 'price'],
      ['li', 'title'],
    ],
  },
  experience: {
    item: '.experience > li',
    parts: [
      ['.period', 'period'],
      ['.place', 'place'],
      ['.prose', 'text'],
      ['li', 'role'],
    ],
  },
  skills: { item: '.skills > li', parts: [['li', 'name']] },
  gallery: {
    item: '.gallery > li',
    parts: [
      ['figcaption', 'caption'],
      ['li', 'image'],
    ],
  },
  testimonials: {
    item: '.testimonials > li',
    parts: [
      ['.who', 'name'],
      ['.fact', 'role'],
      ['li', 'text'],
    ],
  },
  faq: {
    item: '.faq > details',
    parts: [
      ['summary', 'question'],
      ['details', 'answer'],
    ],
  },
  links: {
    item: '.links > li',
    parts: [
      ['.fact', 'url'],
      ['li', 'label'],
    ],
  },
};

/** The key of the field that an element of the page shows; for other parts of a section its kind. `null` if there is none. */
export function fieldAt(element: Element, profile: Profile): string | null {
  const chapter = element.closest('.chapter');
  const section = profile.sections.find(({ kind }) => kind === chapter?.id);
  if (section) return fieldOfSection(element, section);
  return element.closest('.hero') && fieldOfHero(element, profile);
}

function fieldOfSection(element: Element, section: Section): string {
  const { kind } = section;
  if (element.closest('h2')) return `${kind}.title`;
  if (!('items' in section)) return kind === 'now' && element.closest('.fact') ? 'now.updatedOn' : `${kind}.text`;
  const { item, parts } = ITEMS[section.kind];
  const shown = element.closest(item);
  const place = shown?.parentElement ? [...shown.parentElement.children].indexOf(shown) : -1;
  const id = section.items[place]?.id;
  return id === undefined ? kind : `${kind}.${id}.${firstOf(parts, element)}`;
}

function fieldOfHero(element: Element, { location, hours }: Profile): string {
  if (element.closest('.hours')) return hours === ALWAYS || !hours?.[0] ? 'hours' : `hours.${hours[0].day}.0.from`;
  const bdi = element.closest('address bdi');
  if (bdi) return location !== undefined && bdi === bdi.parentElement?.firstElementChild ? 'location' : 'pronouns';
  return firstOf(HERO, element) ?? 'name';
}

function firstOf(parts: Parts, element: Element): string | undefined {
  return parts.find(([shownBy]) => element.closest(shownBy))?.[1];
}
