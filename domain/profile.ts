import { z } from 'zod';
import { OfficeHours, TimeZone } from './availability.ts';
import type { FaultCode } from './fault.ts';
import { ALWAYS, INTERVALS_PER_DAY_MAX } from './office-hours.ts';
import { Picture } from './picture.ts';
import { ALT_MAX } from './picture-files.ts';
import { EMBED_ORIGINS_MAX, ITEMS_MAX, type ListKind, SECTION_KINDS, type SectionKind, WORDS_MAX } from './profile-parts.ts';
import { linkFault, safeLink } from './safe-link.ts';
import { faultless, KeptId, line, PersonName, prose } from './schema.ts';
import { Theme } from './theme.ts';

export { ITEMS_MAX, SECTION_KINDS, type SectionKind } from './profile-parts.ts';

const MAX = WORDS_MAX;

/** From `safeLink`: `https:` or `mailto:` only, so no link can run a script, and nothing in it looks like another host. */
export const SafeLink = z
  .string()
  .max(MAX.link, { abort: true })
  .overwrite((typed) => safeLink(typed.trim()) ?? typed)
  .superRefine(faultless(linkFault));

/** A BCP 47 tag that this machine supports: `en`, `pt-BR`. */
export const PageLanguage = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/, { abort: true, error: 'language-unknown' satisfies FaultCode })
  .refine((tag) => {
    try {
      return new Intl.Locale(tag).language !== '';
    } catch {
      return false;
    }
  }, 'language-unknown' satisfies FaultCode);

/** The origin of another site exactly as its browser reports it: `https://example.org`. */
export const Origin = z
  .string()
  .max(MAX.origin, { abort: true })
  .regex(/^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[1-9]\d{0,4})?$/, 'origin-format' satisfies FaultCode);

/** The field schemas of a profile: strict for publishing, lenient for drafts. */
interface FieldSchemas {
  version: z.ZodType<3>;
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

/** One shape for both: a draft can never have a field that a page lacks. */
function profileSchema({ version, name, line, prose, link, timeZone, date, origin, hours, picture }: FieldSchemas) {
  const section = <K extends SectionKind, S extends z.core.$ZodLooseShape>(kind: K, shape: S) =>
    z.strictObject({ kind: z.literal(kind), title: line(MAX.sectionTitle).optional(), isHidden: z.boolean().optional(), ...shape });
  const items = <K extends ListKind, S extends z.core.$ZodLooseShape>(kind: K, shape: S) =>
    section(kind, {
      items: z
        .array(z.strictObject({ id: KeptId, ...shape }))
        .max(ITEMS_MAX[kind])
        .refine(haveOwnIds, 'duplicate' satisfies FaultCode),
    });
  const sections = z.discriminatedUnion('kind', [
    items('projects', {
      title: line(MAX.title),
      text: prose(MAX.text).optional(),
      image: picture.optional(),
      link: link.optional(),
      year: line(MAX.year).optional(),
    }),
    items('services', { title: line(MAX.title), text: prose(MAX.text).optional(), price: line(MAX.price).optional() }),
    section('about', { text: prose(MAX.about) }),
    items('experience', {
      role: line(MAX.title),
      place: line(MAX.title).optional(),
      period: line(MAX.period).optional(),
      text: prose(MAX.text).optional(),
    }),
    items('skills', { name: line(MAX.skill) }),
    items('gallery', { image: picture, caption: line(MAX.caption).optional() }),
    items('testimonials', { text: prose(MAX.text), name: line(MAX.name), role: line(MAX.title).optional() }),
    items('faq', { question: line(MAX.question), answer: prose(MAX.answer) }),
    section('now', { text: prose(MAX.now), updatedOn: date.optional() }),
    items('links', { label: line(MAX.label), url: link }),
  ]);
  return z.strictObject({
    version,
    name,
    pronouns: line(MAX.pronouns).optional(),
    headline: line(MAX.headline).optional(),
    intro: prose(MAX.intro).describe('One or two sentences below the headline.').optional(),
    language: PageLanguage.describe('The language of the page as a BCP 47 tag. Browsers break words and read aloud by it.'),
    location: line(MAX.location).optional(),
    timeZone: timeZone.optional(),
    status: line(MAX.status).describe('A short status, such as “On leave until Monday”.').optional(),
    statusUntil: date.describe('The last day on which the status is shown.').optional(),
    hours: hours.optional(),
    showsReplyTime: z.boolean().describe('Whether the page says how soon the manager usually replies.'),
    portrait: picture.optional(),
    cover: picture.optional(),
    sections: z
      .array(sections)
      .max(SECTION_KINDS.length)
      .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, 'duplicate' satisfies FaultCode),
    theme: Theme,
    reach: z
      .strictObject({ isIndexed: z.boolean(), isListed: z.boolean(), embedOrigins: z.array(origin).max(EMBED_ORIGINS_MAX) })
      .describe('Whether search engines and the directory list the page, and which other sites may embed its message box.'),
  });
}

function haveOwnIds(items: readonly object[]): boolean {
  return new Set(items.map((item) => 'id' in item && item.id)).size === items.length;
}

const CalendarDay = z.iso.date('date-format' satisfies FaultCode);
const anyText = (max: number) => z.string().max(max);

/** Everything on the public page, and nothing else. */
export const Profile = profileSchema({
  version: z.literal(3),
  name: PersonName,
  line,
  prose,
  link: SafeLink,
  timeZone: TimeZone,
  date: CalendarDay,
  origin: Origin,
  hours: OfficeHours,
  picture: Picture,
}).meta({ id: 'Profile', description: 'Everything that a public page shows.' });
export type Profile = z.output<typeof Profile>;

/** An unpublished profile with the same limits, but texts may be missing and addresses incomplete. Only its manager sees it. */
export const Draft = profileSchema({
  // A dashboard loaded before version 3 still saves version 2: all its fields are valid in version 3.
  version: z.literal(3).or(z.literal(2).transform(() => 3 as const)),
  name: anyText(MAX.name),
  line: anyText,
  prose: anyText,
  link: anyText(MAX.link),
  timeZone: anyText(MAX.timeZone),
  date: anyText(10),
  origin: anyText(MAX.origin),
  hours: z.union([
    z.literal(ALWAYS),
    z.array(z.strictObject({ day: z.int().min(1).max(7), from: anyText(5), to: anyText(5) })).max(7 * INTERVALS_PER_DAY_MAX),
  ]),
  picture: z.strictObject({ ...Picture.shape, alt: anyText(ALT_MAX) }),
}).meta({ id: 'Draft', description: 'A profile that is still being written: texts may be missing, and addresses incomplete.' });
export type Draft = z.output<typeof Draft>;

export type Section = Profile['sections'][number];
export type SectionOf<K extends SectionKind> = Extract<Section, { kind: K }>;

/** The addresses of all pictures in a profile or draft, including hidden ones, without duplicates. */
export function pictureSources({ portrait, cover, sections }: Profile | Draft): string[] {
  const below = sections.flatMap((section) =>
    section.kind === 'projects' || section.kind === 'gallery' ? section.items.map(({ image }) => image?.src) : [],
  );
  return [...new Set([portrait?.src, cover?.src, ...below])].filter((src) => src !== undefined);
}

/** What a visitor can ask about: a shown project or service of a profile, by id. `null` for anything else. */
export function askedAbout(profile: Profile, id: string | undefined): { kind: 'projects' | 'services'; title: string } | null {
  for (const section of profile.sections) {
    if (section.isHidden || (section.kind !== 'projects' && section.kind !== 'services')) continue;
    const item = section.items.find((one) => one.id === id);
    if (item) return { kind: section.kind, title: item.title };
  }
  return null;
}
