import { type ListKind, type SectionKind, WORDS_MAX } from '@foyer/domain/profile-parts';

export type ItemField = {
  name: string;
  label: string;
  hint?: string;
  placeholder?: string;
  /** Whether an item is none without it. */
  isRequired?: boolean;
} & ({ kind: 'words'; max: number; lines?: number } | { kind: 'link' } | { kind: 'picture' });

/** What each is for, in the menu of what can be added. */
export const SECTION_NOTES: Readonly<Record<SectionKind, string>> = {
  projects: 'Work to be proud of, with pictures and links',
  services: 'What people can hire you for, and the price',
  about: 'Your story, in your words',
  experience: 'Where you have worked',
  skills: 'What you are good at, in short words',
  gallery: 'Pictures, side by side',
  testimonials: 'What others say of you',
  faq: 'Questions you are often asked, with answers',
  now: 'What you are busy with at the moment',
  links: 'Where else you can be found',
};

/** What one of a list is called. */
export const ITEM_NAMES: Readonly<Record<ListKind, string>> = {
  projects: 'project',
  services: 'service',
  experience: 'position',
  skills: 'skill',
  gallery: 'picture',
  testimonials: 'testimonial',
  faq: 'question',
  links: 'link',
};

export const MARKDOWN_HELP = 'An empty line parts paragraphs; **bold**, *italic*, - lists and [links](https://…) work.';

const M = WORDS_MAX;
const MORE_TEXT = { name: 'text', label: 'Text', kind: 'words', max: M.text, lines: 2 } as const;

/** The fields of one item. The first of its words names it. */
export const ITEM_FIELDS: Readonly<Record<ListKind, readonly ItemField[]>> = {
  projects: [
    { name: 'title', label: 'Title', kind: 'words', max: M.title, isRequired: true },
    MORE_TEXT,
    { name: 'year', label: 'Year', kind: 'words', max: M.year, placeholder: '2026' },
    { name: 'link', label: 'Link', kind: 'link' },
    { name: 'image', label: 'Picture', kind: 'picture' },
  ],
  services: [
    { name: 'title', label: 'Title', kind: 'words', max: M.title, isRequired: true },
    MORE_TEXT,
    { name: 'price', label: 'Price', kind: 'words', max: M.price, placeholder: 'from €180' },
  ],
  experience: [
    { name: 'role', label: 'Role', kind: 'words', max: M.title, isRequired: true },
    { name: 'place', label: 'Where', kind: 'words', max: M.title },
    { name: 'period', label: 'When', kind: 'words', max: M.period, placeholder: '2019 to now' },
    MORE_TEXT,
  ],
  skills: [{ name: 'name', label: 'Skill', kind: 'words', max: M.skill, isRequired: true }],
  gallery: [
    { name: 'caption', label: 'Caption', kind: 'words', max: M.caption },
    { name: 'image', label: 'Picture', kind: 'picture', isRequired: true },
  ],
  testimonials: [
    { name: 'text', label: 'Their words', kind: 'words', max: M.text, lines: 2, isRequired: true },
    { name: 'name', label: 'Who said it', kind: 'words', max: M.name, isRequired: true },
    { name: 'role', label: 'Who they are', kind: 'words', max: M.title, placeholder: 'Architect, De Wit & Kaya' },
  ],
  faq: [
    { name: 'question', label: 'Question', kind: 'words', max: M.question, isRequired: true },
    { name: 'answer', label: 'Answer', kind: 'words', max: M.answer, lines: 3, isRequired: true, hint: MARKDOWN_HELP },
  ],
  links: [
    { name: 'url', label: 'Address', kind: 'link', isRequired: true, hint: 'A web address or an email address.' },
    { name: 'label', label: 'Label', kind: 'words', max: M.label, isRequired: true },
  ],
};
