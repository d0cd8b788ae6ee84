import { z } from 'zod';
import { endpoint, MANAGER_PROBLEMS, WRITE_PROBLEMS } from './endpoint.ts';
import { PROFILE_BODY_MAX } from './limits.ts';
import { Draft, Profile } from './profile.ts';

/** A draft as stored: what a manager has written and not published. `T` is the store's own type of time. */
export interface DraftDocument<T> {
  /** `null` once it was published or thrown away. */
  profile: Draft | null;
  /** Raised by every write and never lowered, so that of two windows the second learns of the first, also after a publication. */
  revision: number;
  updatedAt: T;
}

/** How often something was written. 0 where it does not exist yet. */
const Revision = z.int().nonnegative();

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

/** Fields of a profile, each whole. `null` takes an optional one away. */
export const ProfileChanges = z.strictObject({ ...always, ...nullable(sometimes) }).partial();
export type ProfileChanges = z.output<typeof ProfileChanges>;

export const changeProfileEndpoint = endpoint({
  method: 'PATCH',
  path: '/api/managers/me/profile',
  summary: 'Changes the page: each field that is named, whole. All of it or, with the faults of each field, none.',
  caller: 'manager',
  body: z.strictObject({
    /** Of the page, as the caller knows it. */
    revision: Revision,
    /** Of the draft that this publishes: then there is none any more. */
    draft: Revision.optional(),
    changes: ProfileChanges,
  }),
  bodyMax: PROFILE_BODY_MAX,
  answer: z.strictObject({ revision: Revision, draft: Revision, profile: Profile }),
  problems: [...MANAGER_PROBLEMS, 'no-page', 'changed-elsewhere', 'picture-gone', ...WRITE_PROBLEMS],
});

export const saveDraftEndpoint = endpoint({
  method: 'PUT',
  path: '/api/managers/me/draft',
  summary: 'Keeps what is being written, whole or not. Refused when another window has written since.',
  caller: 'manager',
  body: z.strictObject({ revision: Revision, profile: Draft }),
  bodyMax: PROFILE_BODY_MAX,
  answer: z.strictObject({ revision: Revision }),
  problems: [...MANAGER_PROBLEMS, 'no-page', 'changed-elsewhere', ...WRITE_PROBLEMS],
});

export const discardDraftEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/managers/me/draft',
  summary: 'Throws the draft away. The page stays as it is.',
  caller: 'manager',
  query: z.strictObject({ revision: z.coerce.number().pipe(Revision) }),
  answer: z.strictObject({ revision: Revision }),
  problems: [...MANAGER_PROBLEMS, 'no-page', 'changed-elsewhere', 'foreign-origin'],
});

function nullable<S extends Record<string, z.ZodType>>(shape: S): { [Name in keyof S]: z.ZodNullable<S[Name]> } {
  return Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, schema.nullable()])) as {
    [Name in keyof S]: z.ZodNullable<S[Name]>;
  };
}
