import { type ListKind, type SectionKind, WORDS_MAX } from '@foyer/domain/profile-parts';
import { words } from '../words.ts';

export type ItemField = {
  name: string;
  label: string;
  hint?: string;
  placeholder?: string;
  isRequired?: boolean;
} & ({ kind: 'words'; max: number; lines?: number } | { kind: 'link' } | { kind: 'picture' });

/** The purpose of each kind of section, in the list of what can be added. */
export const PURPOSES: Readonly<Record<SectionKind, string>> = {
  projects: words.projectsPurpose,
  services: words.servicesPurpose,
  about: words.aboutPurpose,
  experience: words.experiencePurpose,
  skills: words.skillsPurpose,
  gallery: words.galleryPurpose,
  testimonials: words.testimonialsPurpose,
  faq: words.faqPurpose,
  now: words.nowPurpose,
  links: words.linksPurpose,
};

/** The characters are passed in, so they keep their order in a right-to-left sentence. */
export const MARKDOWN_HINT = words.markdownHint({ bold: '**…**', italic: '*…*', list: '-', link: '[…](https://…)' });

const M = WORDS_MAX;
const MORE_TEXT = { name: 'text', label: words.text, kind: 'words', max: M.text, lines: 2 } as const;

/** The fields of one item. The first of its words names it. */
export const ITEM_FIELDS: Readonly<Record<ListKind, readonly ItemField[]>> = {
  projects: [
    { name: 'title', label: words.title, kind: 'words', max: M.title, isRequired: true },
    MORE_TEXT,
    { name: 'year', label: words.year, kind: 'words', max: M.year, placeholder: '2026' },
    { name: 'link', label: words.link, kind: 'link' },
    { name: 'image', label: words.image, kind: 'picture' },
  ],
  services: [
    { name: 'title', label: words.title, kind: 'words', max: M.title, isRequired: true },
    MORE_TEXT,
    { name: 'price', label: words.price, kind: 'words', max: M.price, placeholder: words.priceExample },
  ],
  experience: [
    { name: 'role', label: words.role, kind: 'words', max: M.title, isRequired: true },
    { name: 'place', label: words.workplace, kind: 'words', max: M.title },
    { name: 'period', label: words.period, kind: 'words', max: M.period, placeholder: words.periodExample },
    MORE_TEXT,
  ],
  skills: [{ name: 'name', label: words.skill, kind: 'words', max: M.skill, isRequired: true }],
  gallery: [
    { name: 'caption', label: words.caption, kind: 'words', max: M.caption },
    { name: 'image', label: words.image, kind: 'picture', isRequired: true },
  ],
  testimonials: [
    { name: 'text', label: words.quote, kind: 'words', max: M.text, lines: 2, isRequired: true },
    { name: 'name', label: words.quotedPerson, kind: 'words', max: M.name, isRequired: true },
    { name: 'role', label: words.quotedRole, kind: 'words', max: M.title, placeholder: words.quotedRoleExample },
  ],
  faq: [
    { name: 'question', label: words.question, kind: 'words', max: M.question, isRequired: true },
    { name: 'answer', label: words.answer, kind: 'words', max: M.answer, lines: 3, isRequired: true, hint: MARKDOWN_HINT },
  ],
  links: [
    { name: 'url', label: words.linkAddress, kind: 'link', isRequired: true, hint: words.linkAddressHint },
    { name: 'label', label: words.linkLabel, kind: 'words', max: M.label, isRequired: true },
  ],
};
