import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../emulators/run-folder.ts';
import { ACCOUNT_NAMES, type AccountName } from '../set-up/accounts.ts';

export function sourceOf(path: string): Promise<string> {
  return readFile(join(ROOT, path), 'utf8');
}

/** The functions that `functions/src/index.ts` deploys. Reads the source, since importing it would change this process. */
export async function functionNames(): Promise<string[]> {
  return names(await sourceOf('functions/src/index.ts'), /^export const (\w+) = on[A-Z]/gm);
}

export async function functionAccounts(): Promise<ReadonlyMap<string, AccountName>> {
  const source = await sourceOf('functions/src/index.ts');
  const pattern = /^export const (\w+) = on[A-Z]\w*\(\s*\{[^}]*?\bserviceAccount: runAs\('(\w+)'\)/gm;
  const found = new Map(
    [...source.matchAll(pattern)].map(([, name = '', account]) => [name, ACCOUNT_NAMES.find((one) => one === account)]),
  );
  const accounts = new Map<string, AccountName>();
  for (const name of await functionNames()) {
    const account = found.get(name);
    if (account === undefined) throw new Error(`The function ${name} has no account: give it \`serviceAccount: runAs(...)\`.`);
    accounts.set(name, account);
  }
  return accounts;
}

export async function secretNames(): Promise<string[]> {
  return names(await sourceOf('functions/src/params.ts'), /\bdefineSecret\('(\w+)'\)/g);
}

function names(text: string, pattern: RegExp): string[] {
  const found = [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);
  if (found.length === 0) throw new Error(`Nothing in the source matches ${pattern}: update the doctor.`);
  return found;
}
