import { z } from 'zod';
import { OfficeHours, TimeZone } from './availability.ts';
import { BIO_MAX, HEADLINE_MAX, LINK_MAX, NAME_MAX } from './limits.ts';
import { ALT_MAX, Picture } from './picture.ts';
import { KeptId, line, PersonName, prose } from './schema.ts';
import { plainTheme, Theme } from './theme.ts';

/** A link that a visitor may follow from a manager's page: `https:` or `mailto:` only, so that no link can run a script. */
export const SafeLink = z.url({ protocol: /^(https|mailto)$/, error: 'A link begins with https:// or mailto:.' }).max(LINK_MAX);

/** An address of another site, exactly as its browser names it: `https://example.org`. */
export const Origin = z
  .string()
  .max(200)
  .regex(/^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[1-9]\d{0,4})?$/, 'Another site is written as https://example.org.');

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

/** What the fields of a profile are made of: strictly where it is shown, forgivingly while it is being written. */
interface Cloth {
  name: z.ZodType<string>;
  line(max: number): z.ZodType<string>;
  prose(max: number): z.ZodType<string>;
  link: z.ZodType<string>;
  timeZone: z.ZodType<string>;
  date: z.ZodType<string>;
  origin: z.ZodType<string>;
  hours: z.ZodType<OfficeHours>;
  picture: z.ZodType<Picture>;
}

/** One shape for both: a draft can never have a field that a page has not. */
function cut({ name, line, prose, link, timeZone, date, origin, hours, picture }: Cloth) {
  const section = <K extends SectionKind, S extends z.core.$ZodLooseShape>(kind: K, shape: S) =>
    z.strictObject({ kind: z.literal(kind), title: line(60).optional(), isHidden: z.boolean().optional(), ...shape });
  const items = <K extends keyof typeof ITEMS_MAX, S extends z.core.$ZodLooseShape>(kind: K, shape: S) =>
    section(kind, {
      items: z
        .array(z.strictObject({ id: KeptId, ...shape }))
        .max(ITEMS_MAX[kind])
        .refine(haveOwnIds, 'Each has an id of its own.'),
    });
  const sections = z.discriminatedUnion('kind', [
    items('projects', {
      title: line(80),
      text: prose(600).optional(),
      image: picture.optional(),
      link: link.optional(),
      year: line(12).optional(),
    }),
    items('services', { title: line(80), text: prose(600).optional(), price: line(40).optional() }),
    section('about', { text: prose(BIO_MAX) }),
    items('experience', { role: line(80), place: line(80).optional(), period: line(40).optional(), text: prose(600).optional() }),
    items('skills', { name: line(40) }),
    items('gallery', { image: picture, caption: line(140).optional() }),
    items('testimonials', { text: prose(600), name: line(NAME_MAX), role: line(80).optional() }),
    items('faq', { question: line(140), answer: prose(800) }),
    section('now', { text: prose(800), updatedOn: date.optional() }),
    items('links', { label: line(60), url: link }),
  ]);
  return z.strictObject({
    /** The shape's version; older ones are migrated on read (profile-versions.ts). */
    version: z.literal(2),
    name,
    pronouns: line(30).optional(),
    headline: line(HEADLINE_MAX).optional(),
    /** One or two sentences below the headline. */
    intro: prose(300).optional(),
    /** A BCP 47 tag: browsers break words and read aloud by it. */
    language: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/, 'A language is written as `en` or `pt-BR`.'),
    location: line(80).optional(),
    timeZone: timeZone.optional(),
    /** A short status, "On leave until Monday", and the last day on which it is true. */
    status: line(100).optional(),
    statusUntil: date.optional(),
    hours: hours.optional(),
    /** Whether the page says how soon the manager usually replies. */
    showsReplyTime: z.boolean(),
    portrait: picture.optional(),
    cover: picture.optional(),
    sections: z
      .array(sections)
      .max(SECTION_KINDS.length)
      .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, 'Each section is on a page once.'),
    theme: Theme,
    /** Who may find the page, and which other sites may hold its message box. */
    reach: z.strictObject({ isIndexed: z.boolean(), isListed: z.boolean(), embedOrigins: z.array(origin).max(10) }),
  });
}

function haveOwnIds(items: readonly object[]): boolean {
  return new Set(items.map((item) => 'id' in item && item.id)).size === items.length;
}

const CalendarDay = z.iso.date('A day is written as 2026-11-21.');
const anyText = (max: number) => z.string().max(max);

/** The public facts of a manager: everything on the page, and nothing that is not. */
export const Profile = cut({
  name: PersonName,
  line,
  prose,
  link: SafeLink,
  timeZone: TimeZone,
  date: CalendarDay,
  origin: Origin,
  hours: OfficeHours,
  picture: Picture,
});
export type Profile = z.output<typeof Profile>;

/** A profile that is being written: as bounded, but words may be missing and addresses half typed. It is shown to nobody else. */
export const Draft = cut({
  name: anyText(NAME_MAX),
  line: anyText,
  prose: anyText,
  link: anyText(LINK_MAX),
  timeZone: anyText(60),
  date: anyText(10),
  origin: anyText(200),
  hours: z.array(z.strictObject({ day: z.int().min(1).max(7), from: anyText(5), to: anyText(5) })).max(7),
  picture: z.strictObject({ ...Picture.shape, alt: anyText(ALT_MAX) }),
});
export type Draft = z.output<typeof Draft>;

export type Section = Profile['sections'][number];
export type SectionOf<K extends SectionKind> = Extract<Section, { kind: K }>;

/** The page a manager has in the first minute. */
export function newProfile(name: string, headline?: string): Profile {
  return {
    version: 2,
    name,
    ...(headline === undefined ? {} : { headline }),
    language: 'en',
    showsReplyTime: true,
    sections: [],
    theme: plainTheme('atelier', '#8a3b2a'),
    reach: { isIndexed: true, isListed: false, embedOrigins: [] },
  };
}

/** The name people use when they speak of somebody: the first word of the full name. */
export function firstNameOf(name: string): string {
  return name.split(' ')[0] ?? name;
}

/** The addresses of all pictures in a profile or a draft, shown or hidden, each once. */
export function pictureSources({ portrait, cover, sections }: Profile | Draft): string[] {
  const below = sections.flatMap((section) =>
    section.kind === 'projects' || section.kind === 'gallery' ? section.items.map(({ image }) => image?.src) : [],
  );
  return [...new Set([portrait?.src, cover?.src, ...below])].filter((src) => src !== undefined);
}

/** What a visitor can ask about: a project or a service of a profile that is shown, by its id. `null` for anything else. */
export function askedAbout(profile: Profile, id: string): { kind: 'projects' | 'services'; title: string } | null {
  for (const section of profile.sections) {
    if (section.isHidden || (section.kind !== 'projects' && section.kind !== 'services')) continue;
    const item = section.items.find((one) => one.id === id);
    if (item) return { kind: section.kind, title: item.title };
  }
  return null;
}
