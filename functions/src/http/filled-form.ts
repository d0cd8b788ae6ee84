import type { StoredManager } from '../db.ts';

/** A form as it arrived, so that a refusal can give it back: nothing that somebody wrote is lost. */
export interface FilledForm {
  fields: Readonly<Record<string, string>>;
  /** Whose page it is from, once that is known. */
  manager?: Pick<StoredManager, 'slug' | 'profile'>;
}
