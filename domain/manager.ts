import { z } from 'zod';
import type { ReplyTime } from './availability.ts';
import { endpoint, MANAGER_PROBLEMS, WRITE_PROBLEMS } from './endpoint.ts';
import { HEADLINE_MAX, LINK_MAX } from './limits.ts';
import type { Profile } from './profile.ts';
import { Email, line, PersonName, Slug } from './schema.ts';

/** A manager as stored. The id is the Auth uid. `T` is the store's own type of time. */
export interface ManagerDocument<T> {
  slug: string;
  profile: Profile;
  /** Links of the profile whose pages link back here, as they were found at the last check (functions/src/managers/verify-link.ts). */
  verifiedLinks?: string[];
  /** How often the profile was published; absent before the first time. */
  revision?: number;
  /** How soon the manager usually replies, and until when that is known; absent or `null` where too few replies say it. */
  replyTime?: { usually: ReplyTime; until: T } | null;
  /** Why the page answers like an unknown address, and since when; absent while it is open. */
  closed?: { reason: ClosedReason; at: T };
  createdAt: T;
  updatedAt: T;
}

/** What became of the account of a closed page: the host disabled it, Auth no longer has it, or its manager deleted it. */
export type ClosedReason = 'account-disabled' | 'account-missing' | 'account-deleted';

/** Whether a page can be read and written to. A closed one is answered like an address that nobody has. */
export function isOpen({ closed }: Pick<ManagerDocument<unknown>, 'closed'>): boolean {
  return closed === undefined;
}

export const SlugAvailability = z.strictObject({
  slug: z.string(),
  available: z.boolean(),
  /** Why not, as a sentence; of a free one, that it was the manager's own before. */
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
  problems: [...MANAGER_PROBLEMS, 'too-fast'],
});

export const claimPageEndpoint = endpoint({
  method: 'PUT',
  path: '/api/managers/me',
  summary: 'Claims a slug: the page exists from then on, and every other sign-in ends. Claiming the same slug again changes nothing.',
  caller: 'manager',
  checksRevocation: true,
  body: z.strictObject({ slug: Slug, name: PersonName, headline: line(HEADLINE_MAX).optional() }),
  answer: z.strictObject({
    managerId: z.string(),
    slug: z.string(),
    /** Signs the caller in again, since a first claim ends every sign-in. `null` for a repeated claim, or when it could not be made. */
    token: z.string().nullable(),
  }),
  problems: [...MANAGER_PROBLEMS, 'slug-taken', 'slug-reserved', 'page-exists', 'foreign-origin'],
});

/** How long an address that was given up leads to the new one, and is nobody else's. */
export const SLUG_KEPT_DAYS = 90;

export const moveEndpoint = endpoint({
  method: 'PUT',
  path: '/api/managers/me/slug',
  summary: `Moves the page to another slug. The old one leads there for ${SLUG_KEPT_DAYS} days; going back within these is possible.`,
  caller: 'manager',
  checksRevocation: true,
  body: z.strictObject({ slug: Slug }),
  answer: z.strictObject({ slug: z.string() }),
  problems: [...MANAGER_PROBLEMS, 'no-page', 'slug-taken', 'slug-reserved', 'too-many-moves', ...WRITE_PROBLEMS],
});

/** How recently someone must have signed in to delete their account, in ms. */
export const RECENT_SIGN_IN_MS = 10 * 60_000;

export const deleteAccountEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/managers/me',
  summary: `Deletes the caller's account, page and conversations. The page closes at once, and its address stays reserved for ${SLUG_KEPT_DAYS} days. Needs a sign-in from the last ten minutes.`,
  caller: 'manager',
  checksRevocation: true,
  answer: null,
  problems: ['signed-out', 'email-unverified', 'sign-in-again', 'sending-paused', 'foreign-origin', 'too-fast'],
});

export const verifyLinkEndpoint = endpoint({
  method: 'PUT',
  path: '/api/managers/me/verified-links',
  summary: 'Looks whether the page behind a link of the profile links back with rel="me"; the public page then says so.',
  caller: 'manager',
  body: z.strictObject({ url: z.string().max(LINK_MAX) }),
  answer: z.strictObject({ verifiedLinks: z.array(z.string()) }),
  problems: [
    ...MANAGER_PROBLEMS,
    'no-page',
    'link-unknown',
    'link-forbidden',
    'link-unreachable',
    'link-unreadable',
    'link-elsewhere',
    'link-one-way',
    ...WRITE_PROBLEMS,
  ],
});

export const freeAddressEndpoint = endpoint({
  method: 'POST',
  path: '/api/sign-ups',
  summary:
    'Before signing up or asking for a new password: frees an email address that a visitor has linked to their user. The answer tells nothing.',
  caller: 'anyone',
  body: z.strictObject({ email: Email }),
  answer: null,
  problems: ['busy', ...WRITE_PROBLEMS],
});

export const signOutEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/managers/me/session',
  summary: 'Tells this browser to drop what it keeps for the dashboard. The sign-in itself is ended by Firebase Auth, in the browser.',
  caller: 'anyone',
  answer: null,
  problems: ['foreign-origin'],
});
