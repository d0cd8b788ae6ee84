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
  /**
   * When the manager first published; `null` until then: search engines are asked to wait. Absent in pages from before this was stored, and
   * those count as published.
   */
  publishedAt?: T | null;
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
  reason: z.string().nullable().describe('Why it isn’t free, or that it was the manager’s own before.'),
  suggestion: z.string().nullable().describe('A similar slug that is free.'),
});

export const checkSlugEndpoint = endpoint({
  method: 'GET',
  path: '/api/slugs/{slug}',
  summary: 'Check an address',
  description: 'Tells whether a slug is free. If it isn’t, the answer gives the reason and a similar slug that is.',
  caller: 'manager',
  params: z.strictObject({ slug: z.string().max(100).describe('The slug to check.') }),
  answer: SlugAvailability,
  problems: [...MANAGER_PROBLEMS, 'too-fast'],
});

export const claimPageEndpoint = endpoint({
  method: 'PUT',
  path: '/api/managers/me',
  summary: 'Create a page',
  description:
    'Claims a slug, creates the page at it, and ends all other sign-ins of the manager. Search engines are kept away until the page is first published. Claiming the same slug again changes nothing.',
  caller: 'manager',
  checksRevocation: true,
  body: z.strictObject({ slug: Slug, name: PersonName, headline: line(HEADLINE_MAX).optional() }),
  answer: z.strictObject({
    managerId: z.string(),
    slug: z.string(),
    token: z
      .string()
      .nullable()
      .describe(
        'A Firebase custom token to sign in again with, since a first claim ends every sign-in. `null` for a repeated claim, or if it couldn’t be made.',
      ),
  }),
  problems: [...MANAGER_PROBLEMS, 'slug-taken', 'slug-reserved', 'page-exists', 'foreign-origin'],
});

/** How long an address that was given up leads to the new one, and is nobody else's. */
export const SLUG_KEPT_DAYS = 90;

export const moveEndpoint = endpoint({
  method: 'PUT',
  path: '/api/managers/me/slug',
  summary: 'Change the address of the page',
  description: `Moves the page to another slug. The old address redirects there for ${SLUG_KEPT_DAYS} days, and the page can move back within that time.`,
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
  summary: 'Delete the account',
  description: `Deletes the manager’s account, page and conversations. The page closes immediately, and its address stays reserved for ${SLUG_KEPT_DAYS} days. The manager must have signed in within the last ten minutes.`,
  caller: 'manager',
  checksRevocation: true,
  answer: null,
  problems: ['signed-out', 'email-unverified', 'sign-in-again', 'sending-paused', 'foreign-origin', 'too-fast'],
});

export const verifyLinkEndpoint = endpoint({
  method: 'PUT',
  path: '/api/managers/me/verified-links',
  summary: 'Verify a link',
  description:
    'Checks whether the page behind a link of the profile links back with `rel="me"`. If it does, the public page shows the link as verified.',
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
  summary: 'Free an email address',
  description:
    'Call this before a sign-up or a password reset: it frees an email address that a visitor has linked to their own user. The answer is the same whether anyone had it or not.',
  caller: 'anyone',
  body: z.strictObject({ email: Email }),
  answer: null,
  problems: ['busy', ...WRITE_PROBLEMS],
});

export const signOutEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/managers/me/session',
  summary: 'Clear the dashboard’s data in this browser',
  description: 'Tells the browser to drop what it stores for the dashboard. Firebase Auth ends the sign-in itself, in the browser.',
  caller: 'anyone',
  answer: null,
  problems: ['foreign-origin'],
});
