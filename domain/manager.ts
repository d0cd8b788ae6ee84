import { z } from 'zod';
import type { ReplyTime } from './availability.ts';
import { endpoint, MANAGER_PROBLEMS, WRITE_PROBLEMS } from './endpoint.ts';
import type { FaultCode } from './fault.ts';
import { HEADLINE_MAX, LINK_MAX } from './limits.ts';
import { DELETION_DAYS, type PageState } from './page-state.ts';
import type { ProblemCode } from './problem.ts';
import { PageLanguage, type Profile } from './profile.ts';
import { Email, line, PersonName, Slug, Time } from './schema.ts';

/** A stored manager. The id is the Auth uid. `T` is the store's type of time. */
export interface ManagerDocument<T> extends PageState<T> {
  slug: string;
  profile: Profile;
  /** Links of the profile whose pages linked back here at the last check (functions/src/managers/verify-link.ts). */
  verifiedLinks?: string[];
  /** How often the profile was published; absent before the first time. */
  revision?: number;
  /** `null` before the first publishing, which keeps search engines away. Older pages lack the field and count as published. */
  publishedAt?: T | null;
  /** How soon the manager usually replies, and until when that is valid; absent or `null` with too few replies. */
  replyTime?: { usually: ReplyTime; until: T } | null;
  /** Sign-ins from before this have ended (functions/src/accounts/end-sign-ins.ts); absent if they never were all ended. */
  signInsEndedAt?: T;
  createdAt: T;
  updatedAt: T;
}

/** Why a slug can't be used, or a note about it: codes of faults and problems, which all have messages. */
const SLUG_REASONS = [
  ...(['slug-too-short', 'slug-too-long', 'slug-shape', 'slug-similar', 'slug-own', 'slug-former'] as const satisfies FaultCode[]),
  ...(['slug-reserved', 'slug-taken'] as const satisfies ProblemCode[]),
] as const;

export type SlugReason = (typeof SLUG_REASONS)[number];

export const SlugAvailability = z.strictObject({
  slug: z.string(),
  available: z.boolean(),
  reason: z.enum(SLUG_REASONS).nullable().describe('Why it isn’t free, or `slug-former` for a free one that was the manager’s own before.'),
  suggestion: z.string().nullable().describe('A similar slug that is free.'),
});

export const checkSlugEndpoint = endpoint({
  method: 'GET',
  path: '/api/slugs/{slug}',
  summary: 'Check an address',
  description: 'Tells whether a slug is free. If it isn’t, the answer gives the reason and a similar slug that is.',
  caller: 'manager',
  checksRevocation: true,
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
  body: z.strictObject({
    slug: Slug,
    name: PersonName,
    headline: line(HEADLINE_MAX).optional(),
    language: PageLanguage.optional().describe('The language of the page as a BCP 47 tag: English if absent.'),
  }),
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

/** How long a former address redirects to the new one and stays reserved. */
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
  description: `Deletes the manager’s account, page and conversations ${DELETION_DAYS} days after the first request. Until then the page is offline, and the manager can undo it. The address stays reserved for ${SLUG_KEPT_DAYS} days after that. The manager must have signed in within the last ten minutes. An account without a page is deleted immediately.`,
  caller: 'manager',
  checksRevocation: true,
  answer: z.strictObject({ deletionDueAt: Time.nullable().describe('When it will be deleted; `null` if it already is.') }),
  problems: ['signed-out', 'email-unverified', 'sign-in-again', 'sending-paused', 'foreign-origin', 'too-fast'],
});

export const verifyLinkEndpoint = endpoint({
  method: 'PUT',
  path: '/api/managers/me/verified-links',
  summary: 'Verify a link',
  description:
    'Checks whether the page behind a link of the profile links back with `rel="me"`. If it does, the public page shows the link as verified.',
  caller: 'manager',
  checksRevocation: true,
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

export const endSignInsEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/managers/me/sign-ins',
  summary: 'Sign out everywhere',
  description:
    'Ends every sign-in of the manager, the caller’s too: the API refuses their tokens immediately, and open dashboards sign out. Without a dashboard, a token can read and write at Firestore until it expires, for up to an hour.',
  caller: 'manager',
  checksRevocation: true,
  answer: null,
  problems: [...MANAGER_PROBLEMS, 'foreign-origin', 'too-fast'],
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
