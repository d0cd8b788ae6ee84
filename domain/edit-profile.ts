import { z } from 'zod';
import { endpoint, WRITE_PROBLEMS } from './endpoint.ts';
import { PROFILE_BODY_MAX } from './limits.ts';
import { Draft, Profile } from './profile.ts';

/** A draft as stored: what a manager has written and not published. `T` is the store's own type of time. */
export interface DraftDocument<T> {
  profile: Draft;
  /** Raised by every write, so that of two windows the second learns of the first. */
  revision: number;
  updatedAt: T;
}

/** How often something was written. 0 where it does not exist yet. */
const Revision = z.int().nonnegative();

const { version: _, ...fields } = Profile.shape;
const optional = ['pronouns', 'headline', 'intro', 'location', 'timeZone', 'status', 'statusUntil', 'hours', 'portrait', 'cover'] as const;

/** Fields of a profile, each whole. `null` takes an optional one away. */
export const ProfileChanges = z
  .strictObject({ ...fields, ...Object.fromEntries(optional.map((name) => [name, fields[name].nullable()])) } as typeof fields & {
    [Name in (typeof optional)[number]]: z.ZodNullable<(typeof fields)[Name]>;
  })
  .partial();
export type ProfileChanges = z.output<typeof ProfileChanges>;

export const changeProfileEndpoint = endpoint({
  method: 'PATCH',
  path: '/api/managers/me/profile',
  summary: 'Changes the page: each field that is named, whole. All of it or, with the faults of each field, none. Then there is no draft.',
  caller: 'manager',
  body: z.strictObject({ revision: Revision, changes: ProfileChanges }),
  bodyMax: PROFILE_BODY_MAX,
  answer: z.strictObject({ revision: Revision, profile: Profile }),
  problems: ['signed-out', 'no-page', 'changed-elsewhere', 'picture-gone', ...WRITE_PROBLEMS],
});

export const saveDraftEndpoint = endpoint({
  method: 'PUT',
  path: '/api/managers/me/draft',
  summary: 'Keeps what is being written, whole or not. Refused when another window has written since.',
  caller: 'manager',
  body: z.strictObject({ revision: Revision, profile: Draft }),
  bodyMax: PROFILE_BODY_MAX,
  answer: z.strictObject({ revision: Revision }),
  problems: ['signed-out', 'no-page', 'changed-elsewhere', ...WRITE_PROBLEMS],
});

export const discardDraftEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/managers/me/draft',
  summary: 'Throws the draft away. The page stays as it is.',
  caller: 'manager',
  answer: null,
  problems: ['signed-out', 'no-page', 'foreign-origin'],
});
