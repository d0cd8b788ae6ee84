import { z } from 'zod';
import { endpoint, MANAGER_PROBLEMS, WRITE_PROBLEMS } from './endpoint.ts';
import { PROFILE_BODY_MAX } from './limits.ts';
import { Draft, Profile } from './profile.ts';

/** A stored draft: a manager's unpublished changes. `T` is the store's type of time. */
export interface DraftDocument<T> {
  /** `null` once published or discarded. */
  profile: Draft | null;
  /** Raised by every write and never lowered, so the second of two windows notices the first, even after publishing. */
  revision: number;
  updatedAt: T;
}

const Revision = z
  .int()
  .nonnegative()
  .meta({ description: 'How often it was saved. 0 before the first time.', examples: [7] });

const { version: _, ...fields } = Profile.shape;
const { pronouns, headline, intro, location, timeZone, status, statusUntil, hours, portrait, cover, ...always } = fields;
const sometimes = {
  pronouns,
  headline,
  intro,
  location,
  timeZone,
  status,
  statusUntil,
  hours,
  portrait,
  cover,
};

/** Whole fields of a profile. `null` removes an optional one. */
export const ProfileChanges = z.strictObject({ ...always, ...nullable(sometimes) }).partial();
export type ProfileChanges = z.output<typeof ProfileChanges>;

export const changeProfileEndpoint = endpoint({
  method: 'PATCH',
  path: '/api/managers/me/profile',
  summary: 'Publish changes to the page',
  description:
    'Replaces each field that you send and keeps the others. Either all changes are saved or none, and then the answer says what’s wrong with each field.',
  caller: 'manager',
  checksRevocation: true,
  body: z.strictObject({
    revision: Revision.describe('The revision of the page that the changes are based on.'),
    draft: Revision.describe('The revision of the draft that this publishes. The draft is deleted.').optional(),
    changes: ProfileChanges,
  }),
  bodyMax: PROFILE_BODY_MAX,
  answer: z.strictObject({ revision: Revision, draft: Revision, profile: Profile }),
  problems: [...MANAGER_PROBLEMS, 'no-page', 'changed-elsewhere', 'picture-gone', ...WRITE_PROBLEMS],
});

export const saveDraftEndpoint = endpoint({
  method: 'PUT',
  path: '/api/managers/me/draft',
  summary: 'Save a draft',
  description:
    'Stores an unpublished version of the profile, which may be incomplete. Refused with `changed-elsewhere` if another window has saved since the revision that you send.',
  caller: 'manager',
  checksRevocation: true,
  body: z.strictObject({ revision: Revision, profile: Draft }),
  bodyMax: PROFILE_BODY_MAX,
  answer: z.strictObject({ revision: Revision }),
  problems: [...MANAGER_PROBLEMS, 'no-page', 'changed-elsewhere', ...WRITE_PROBLEMS],
});

export const discardDraftEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/managers/me/draft',
  summary: 'Discard the draft',
  description: 'Deletes the draft. The public page doesn’t change.',
  caller: 'manager',
  checksRevocation: true,
  query: z.strictObject({ revision: z.coerce.number().pipe(Revision) }),
  answer: z.strictObject({ revision: Revision }),
  problems: [...MANAGER_PROBLEMS, 'no-page', 'changed-elsewhere', 'foreign-origin'],
});

function nullable<S extends Record<string, z.ZodType>>(shape: S): { [Name in keyof S]: z.ZodNullable<S[Name]> } {
  return Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, schema.nullable()])) as {
    [Name in keyof S]: z.ZodNullable<S[Name]>;
  };
}
