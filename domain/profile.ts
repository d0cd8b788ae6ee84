import { z } from 'zod';
import { BIO_MAX, HEADLINE_MAX } from './limits.ts';
import { line, PersonName, prose } from './schema.ts';
import { Theme } from './theme.ts';

/** A link that a visitor may follow from a manager's page: `https:` or `mailto:` only, so that no link can run a script. */
export const SafeLink = z.url({ protocol: /^(https|mailto)$/ }).max(500);

/** A picture on our own origin, with its size so that nothing jumps when it arrives. */
export const Picture = z.strictObject({
  src: z
    .string()
    .regex(/^\/[A-Za-z0-9/_.-]+$/)
    .max(200),
  width: z.int().positive().max(6000),
  height: z.int().positive().max(6000),
  alt: line(200),
});
export type Picture = z.output<typeof Picture>;

const Work = z.strictObject({ title: line(80), text: prose(600), year: line(12).optional(), link: SafeLink.optional() });
const Service = z.strictObject({ title: line(80), text: prose(600), price: line(40).optional() });
const Link = z.strictObject({ label: line(60), url: SafeLink });

/** The public facts of a manager: everything on the page, and nothing that is not. */
export const Profile = z.strictObject({
  /** The shape's version; older ones are migrated on read. */
  version: z.literal(1),
  name: PersonName,
  headline: line(HEADLINE_MAX).optional(),
  /** One or two sentences below the headline. */
  intro: prose(300).optional(),
  location: line(80).optional(),
  /** A short status: "Taking on two projects this spring". */
  status: line(100).optional(),
  portrait: Picture.optional(),
  /** Paragraphs, parted by empty lines. */
  about: prose(BIO_MAX).optional(),
  works: z.array(Work).max(24),
  services: z.array(Service).max(12),
  links: z.array(Link).max(24),
  theme: Theme,
});
export type Profile = z.output<typeof Profile>;

/** The page a manager has in the first minute. */
export function newProfile(name: string, headline?: string): Profile {
  return {
    version: 1,
    name,
    ...(headline === undefined ? {} : { headline }),
    works: [],
    services: [],
    links: [],
    theme: { preset: 'atelier', accent: '#8a3b2a' },
  };
}

/** The name people use when they speak of somebody: the first word of the full name. */
export function firstNameOf(name: string): string {
  return name.split(' ')[0] ?? name;
}
