import type { StoredManager } from '../db.ts';

/** Kept so that a refusal can return it and no text is lost. */
export interface FilledForm {
  fields: Readonly<Record<string, string>>;
  manager?: Pick<StoredManager, 'slug' | 'profile'>;
}
