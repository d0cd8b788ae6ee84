import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../emulators/run-folder.ts';

/** A file of the repository. */
export function sourceOf(path: string): Promise<string> {
  return readFile(join(ROOT, path), 'utf8');
}

/** The functions that `functions/src/index.ts` deploys. Read, not imported: importing it would change this process. */
export async function functionNames(): Promise<string[]> {
  return names(await sourceOf('functions/src/index.ts'), /^export const (\w+) = on[A-Z]/gm);
}

/** The secrets that `functions/src/params.ts` asks for. */
export async function secretNames(): Promise<string[]> {
  return names(await sourceOf('functions/src/params.ts'), /\bdefineSecret\('(\w+)'\)/g);
}

function names(text: string, pattern: RegExp): string[] {
  const found = [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);
  if (found.length === 0) throw new Error(`Nothing in the source looks like ${pattern}: the doctor has to learn its new form.`);
  return found;
}
