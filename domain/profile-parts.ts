import { BIO_MAX, HEADLINE_MAX, LINK_MAX, NAME_MAX } from './limits.ts';

/** What a profile is made of, and how much of it there may be. Without the schemas, so that the browser can have it. */

/** Who comes first in the page's own words, then what they do, then the rest. The order is the manager's. */
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

/** The most that each kind of section holds. */
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
/** A section that is a list. */
export type ListKind = keyof typeof ITEMS_MAX;

/** Other sites that may hold a page's message box. */
export const EMBED_ORIGINS_MAX = 10;

/** The lengths of a page's words, in UTF-16 units. */
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
  /** Of an item in a list. */
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
