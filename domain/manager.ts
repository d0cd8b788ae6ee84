import { z } from 'zod';
import type { ReplyTime } from './availability.ts';
import { endpoint } from './endpoint.ts';
import { HEADLINE_MAX } from './limits.ts';
import type { Profile } from './profile.ts';
import { line, PersonName, Slug } from './schema.ts';

/** A manager as stored. The id is the Auth uid. `T` is the store's own type of time. */
export interface ManagerDocument<T> {
  slug: string;
  profile: Profile;
  /** How often the profile was published; absent before the first time. */
  revision?: number;
  /** How soon the manager usually replies, and until when that is known; absent or `null` where too few replies say it. */
  replyTime?: { usually: ReplyTime; until: T } | null;
  createdAt: T;
  updatedAt: T;
}

export const SlugAvailability = z.strictObject({
  slug: z.string(),
  available: z.boolean(),
  /** Why not, as a sentence. */
  reason: z.string().nullable(),
  /** A free slug near it, or `null`. */
  suggestion: z.string().nullable(),
});

export const checkSlugEndpoint = endpoint({
  method: 'GET',
  path: '/api/slugs/{slug}',
  summary: 'Whether a slug is free, and if not, why, with a free one near it.',
  caller: 'manager',
  params: z.strictObject({ slug: z.string().max(100) }),
  answer: SlugAvailability,
  problems: ['signed-out'],
});

export const claimPageEndpoint = endpoint({
  method: 'PUT',
  path: '/api/managers/me',
  summary: 'Claims a slug: the page exists from then on. Claiming the same slug again changes nothing.',
  caller: 'manager',
  body: z.strictObject({ slug: Slug, name: PersonName, headline: line(HEADLINE_MAX).optional() }),
  answer: z.strictObject({ managerId: z.string(), slug: z.string() }),
  problems: ['signed-out', 'email-unverified', 'slug-taken', 'slug-reserved', 'page-exists', 'foreign-origin'],
});

export const signOutEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/managers/me/session',
  summary: 'Tells this browser to drop what it keeps for the dashboard. The sign-in itself is ended by Firebase Auth, in the browser.',
  caller: 'anyone',
  answer: null,
  problems: ['foreign-origin'],
});
