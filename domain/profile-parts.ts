import { BIO_MAX, HEADLINE_MAX, LINK_MAX, NAME_MAX } from './limits.ts';

/** The parts of a profile and their limits. Without schemas, so browsers can load it. */

/** In default order: the person's own words, then what they do, then the rest. A manager can reorder them. */
export const SECTION_KINDS = [
  'projects',
  'services',
  'about',
  'experience',
  'skills',
  'gallery',
  'testimonials',
  'faq',
  'now',
  'links',
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

export const ITEMS_MAX = {
  projects: 60,
  services: 24,
  experience: 30,
  skills: 40,
  gallery: 24,
  testimonials: 20,
  faq: 20,
  links: 24,
} as const;
export type ListKind = keyof typeof ITEMS_MAX;

export const EMBED_ORIGINS_MAX = 10;

/** The lengths of a page's texts, in UTF-16 units. */
export const WORDS_MAX = {
  name: NAME_MAX,
  pronouns: 30,
  headline: HEADLINE_MAX,
  intro: 300,
  location: 80,
  timeZone: 60,
  status: 100,
  origin: 200,
  sectionTitle: 60,
  about: BIO_MAX,
  now: 800,
  title: 80,
  text: 600,
  year: 12,
  price: 40,
  period: 40,
  skill: 40,
  caption: 140,
  question: 140,
  answer: 800,
  label: 60,
  link: LINK_MAX,
} as const;
