import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PersonName } from '@foyer/domain/schema';
import { Sentence } from './emulators/sentence.ts';

/** The name of a site whose host gave it none. */
export const FOYER = 'Foyer';

/** `SITE_NAME` of the functions' parameters. Throws a `Sentence` if it can't be a name. */
export function siteNameIn({ SITE_NAME: typed = '' }: NodeJS.Dict<string>): string {
  if (typed.trim() === '') return FOYER;
  const name = PersonName.safeParse(typed);
  if (!name.success) throw new Sentence(`SITE_NAME is too long or has characters that a name can’t have: ${JSON.stringify(typed)}.`);
  return name.data;
}

/** Writes the site's name into the built manifest: the installed dashboard is called so. */
export function nameApp(webOut: string, siteName: string): void {
  const path = join(webOut, 'app.webmanifest');
  const manifest: object = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, name: siteName, short_name: siteName }));
}
