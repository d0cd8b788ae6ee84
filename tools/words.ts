import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LANGUAGES, type Language, PSEUDO } from '@foyer/domain/language';
import { type Catalogue, compileArea, typesOf } from '@foyer/words/compile';
import { pseudo } from '@foyer/words/pseudo';
import { ROOT } from './emulators/run-folder.ts';
import { tell } from './emulators/sentence.ts';

const FOLDER = join(ROOT, 'words');
const COMPILED = join(FOLDER, 'compiled');

/** Areas that browsers load together, in one file for each language: its name, and what each area is called in it. */
const GROUPS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  manager: {
    account: 'account',
    dashboard: 'dashboard',
    door: 'door',
    draft: 'draft',
    faults: 'faults',
    filing: 'filing',
    problems: 'problems',
    ui: 'ui',
    visitorProblems: 'visitor-problems',
  },
  visitor: { cards: 'cards', problems: 'visitor-problems', faults: 'faults' },
};

/** The areas, by the files of the English catalogue. */
export function areas(): string[] {
  return readdirSync(join(FOLDER, 'en')).map((file) => file.replace(/\.json$/, ''));
}

/** The folders of languages. */
export function languageFolders(): string[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'compiled')
    .map(({ name }) => name);
}

/** One area of one language, empty if the language lacks it. Throws a sentence that names the file if it is no JSON. */
export function readCatalogue(language: string, area: string): Catalogue {
  const path = join(FOLDER, language, `${area}.json`);
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Catalogue;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new Error(`words/${language}/${area}.json is not valid JSON: ${(cause as Error).message}`);
  }
}

/**
 * Compiles all catalogues to TypeScript in `words/compiled`, which git ignores: `<language>/<area>.ts`, their types, all languages of an
 * area (for the server), and a loader of one (for browsers). A message that a language lacks is English there. Only files that change are
 * written, so nothing else is built again.
 */
export function compileWords(): void {
  const files = new Map<string, string>();
  for (const area of areas()) {
    const english = readCatalogue('en', area);
    files.set(`types/${area}.ts`, typesOf(area, english));
    for (const language of LANGUAGES) files.set(`${language}/${area}.ts`, compileArea(area, inLanguage(language, area, english), language));
    const accented = Object.fromEntries(Object.entries(english).map(([name, message]) => [name, pseudo(message)]));
    files.set(`${PSEUDO}/${area}.ts`, compileArea(area, accented, PSEUDO));
    files.set(`all/${area}.ts`, allOf(area));
    files.set(`load/${area}.ts`, loaderOf(area));
  }
  for (const [group, members] of Object.entries(GROUPS)) {
    const text = Object.entries(members).map(([name, area]) => `export { words as ${name} } from './${area}.ts';\n`);
    for (const tag of [...LANGUAGES, PSEUDO]) files.set(`${tag}/${group}.ts`, text.join(''));
    files.set(`load/${group}.ts`, groupLoaderOf(group));
  }
  for (const [path, text] of files) writeIfChanged(join(COMPILED, path), text);
  for (const file of readdirSync(COMPILED, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.ts') && !files.has(file.replaceAll('\\', '/'))) rmSync(join(COMPILED, file));
}

/** The messages of English, in this language where it has them. Those that English lacks are left out: `npm run check` reports both. */
function inLanguage(language: Language, area: string, english: Catalogue): Catalogue {
  const own = readCatalogue(language, area);
  return Object.fromEntries(Object.entries(english).map(([name, message]) => [name, own[name] ?? message]));
}

/** Static: the server has them all. */
function allOf(area: string): string {
  const tags = [...LANGUAGES, PSEUDO];
  const nameOf = (tag: string) => tag.replace('-', '');
  return [
    "import type { Tag } from '@foyer/domain/language';",
    ...tags.map((tag) => `import { words as ${nameOf(tag)} } from '../${tag}/${area}.ts';`),
    `import type { ${typeNameOf(area)} } from '../types/${area}.ts';`,
    '',
    `export const words: Readonly<Record<Tag, ${typeNameOf(area)}>> = { ${tags.map((tag) => `'${tag}': ${nameOf(tag)}`).join(', ')} };`,
    '',
  ].join('\n');
}

/** By dynamic imports: a browser gets one language. */
function loaderOf(area: string): string {
  return [
    "import type { Tag } from '@foyer/domain/language';",
    `import type { ${typeNameOf(area)} } from '../types/${area}.ts';`,
    '',
    `const FILES: Readonly<Record<Tag, () => Promise<{ words: ${typeNameOf(area)} }>>> = {`,
    ...[...LANGUAGES, PSEUDO].map((tag) => `  '${tag}': () => import('../${tag}/${area}.ts'),`),
    '};',
    '',
    `export const load = (language: Tag): Promise<${typeNameOf(area)}> => FILES[language]().then((file) => file.words);`,
    '',
  ].join('\n');
}

/** The same for areas that are loaded together. */
function groupLoaderOf(group: string): string {
  return [
    "import type { Tag } from '@foyer/domain/language';",
    '',
    `const FILES: Readonly<Record<Tag, () => Promise<typeof import('../en/${group}.ts')>>> = {`,
    ...[...LANGUAGES, PSEUDO].map((tag) => `  '${tag}': () => import('../${tag}/${group}.ts'),`),
    '};',
    '',
    'export const load = (language: Tag) => FILES[language]();',
    '',
  ].join('\n');
}

function typeNameOf(area: string): string {
  return /export interface (\w+)/.exec(typesOf(area, {}))?.[1] as string;
}

function writeIfChanged(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  let before: string | undefined;
  try {
    before = readFileSync(path, 'utf8');
  } catch {}
  if (before !== text) writeFileSync(path, text);
}

if (import.meta.main) {
  await tell(async () => {
    compileWords();
    return 0;
  });
}
