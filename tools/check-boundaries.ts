import { glob, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { ROOT } from './emulators/run-folder.ts';
import { tell } from './emulators/sentence.ts';

/** A source file: its path from the repository's root, and its text. */
export interface Source {
  path: string;
  text: string;
}

export interface Violation {
  path: string;
  line: number;
  what: string;
}

/** The parts of the house. A file belongs to the first part whose folder holds it. */
const PARTS = [
  'domain',
  'functions',
  'web/public-page',
  'web/visitor',
  'web/manager',
  'web/ui',
  'web/lib',
  'web',
  'tools',
  'tests',
] as const;
type Part = (typeof PARTS)[number];

interface Arrows {
  /** Other parts that this one may import. Its own is always allowed. */
  parts: readonly Part[];
  /** Packages that it may import; all where it does not say. */
  packages?: readonly string[];
}

/** Arrows point one way: `domain <- functions, web`, and `web/public-page <- functions`. Tests and tools may import all. */
const ARROWS: Partial<Record<Part, Arrows>> = {
  domain: { parts: [], packages: ['zod'] },
  functions: { parts: ['domain', 'web/public-page'] },
  'web/public-page': { parts: ['domain'], packages: ['preact', 'markdown-it'] },
  'web/visitor': { parts: ['domain', 'web/public-page', 'web/ui', 'web/lib'] },
  'web/manager': { parts: ['domain', 'web/public-page', 'web/ui', 'web/lib'] },
  'web/ui': { parts: ['domain', 'web/lib'] },
  'web/lib': { parts: ['domain', 'web/ui'] },
};

interface Word {
  pattern: RegExp;
  what: string;
  isAllowedIn(path: string): boolean;
}

/** Collections that a path can begin with, and `.collection('`, `doc(store, '` and the like. */
const COLLECTION =
  /\b(?:collection|collectionGroup|doc)\(\s*(?:[\w.()]+,\s*)?['"`]|['"`](?:managers|slugs|directory|resumeKeys|limits|strays)\//g;

const WORDS: readonly Word[] = [
  { pattern: COLLECTION, what: 'names a collection: take it from domain/paths.ts', isAllowedIn: (path) => path === 'domain/paths.ts' },
  {
    pattern: /\bconsole\s*\./g,
    what: 'writes to the console: use functions/src/logs.ts, or show it to the person',
    isAllowedIn: (path) => partOf(path) === 'tools',
  },
  {
    pattern: /\bdata\(\)\s+as\b/g,
    what: 'casts a stored document: read it through functions/src/db.ts or web/lib',
    isAllowedIn: (path) => path === 'functions/src/db.ts' || partOf(path) === 'web/lib',
  },
];

/** Finds every import and word that crosses a boundary. Tests may cross all. */
export function violationsIn(sources: readonly Source[]): Violation[] {
  return sources
    .filter(({ path }) => !/\.test\.tsx?$/.test(path) && partOf(path) !== 'tests')
    .map(({ path, text }) => ({ path, text: withoutComments(text) }))
    .flatMap((source, _, all) => [...importViolations(source), ...wordViolations(source), ...schemaViolations(source, all)])
    .sort((one, other) => one.path.localeCompare(other.path) || one.line - other.line);
}

/** Checks the repository. The output has a line for each violation. */
export async function checkBoundaries(): Promise<{ passed: boolean; output: string }> {
  const sources: Source[] = [];
  for await (const path of glob('{domain,functions,web,tools}/**/*.{ts,tsx}', { cwd: ROOT, exclude: ['**/node_modules', '**/dist'] })) {
    sources.push({ path: path.replaceAll('\\', '/'), text: await readFile(join(ROOT, path), 'utf8') });
  }
  const violations = violationsIn(sources);
  return { passed: violations.length === 0, output: violations.map(({ path, line, what }) => `${path}:${line} ${what}`).join('\n') };
}

const IMPORT = /\b(?:import|export)\b(?:[^'"`;()]*?\bfrom)?\s*['"]([^'"\n]+)['"]|\bimport\(\s*['"`]([^'"`]+)['"`]/g;

function importViolations({ path, text }: Source): Violation[] {
  const part = partOf(path);
  const arrows = part && ARROWS[part];
  if (!part || !arrows) return [];
  return [...text.matchAll(IMPORT)].flatMap((match) => {
    const specifier = match[1] ?? match[2] ?? '';
    const target = targetOf(path, specifier);
    const isAllowed =
      target.part === null ? (arrows.packages?.includes(target.name) ?? true) : target.part === part || arrows.parts.includes(target.part);
    return isAllowed ? [] : [{ path, line: lineOf(text, match.index), what: `${part} may not import ${specifier}` }];
  });
}

/** Schemas weigh more than the inbox: the web has their types, and the values of those files of `domain` that do without them. */
function schemaViolations({ path, text }: Source, all: readonly Source[]): Violation[] {
  if (!path.startsWith('web/')) return [];
  return valueImports({ path, text })
    .filter(({ file }) => file !== null && hasSchemas(file, all, new Set()))
    .map(({ specifier, index }) => ({ path, line: lineOf(text, index), what: `brings zod to the browser by ${specifier}` }));
}

function hasSchemas(path: string, all: readonly Source[], seen: Set<string>): boolean {
  const source = all.find((other) => other.path === path);
  if (!source || !path.startsWith('domain/') || seen.has(path)) return false;
  seen.add(path);
  return valueImports(source).some(({ specifier, file }) => specifier === 'zod' || (file !== null && hasSchemas(file, all, seen)));
}

/** What is left of a file's imports when its types are gone, with the file of this repository that each reaches. */
function valueImports({ path, text }: Source): { specifier: string; file: string | null; index: number }[] {
  return [...text.matchAll(IMPORT)]
    .filter(
      ([statement]) => !/^(?:im|ex)port\s+type\b/.test(statement) && !/^(?:im|ex)port\s*\{(?:\s*type\s[^,}]+,?)+\s*\}/.test(statement),
    )
    .map((match) => {
      const specifier = match[1] ?? match[2] ?? '';
      const file = fileOf(path, specifier);
      return { specifier, file: file && (/\.\w+$/.test(file) ? file : `${file}.ts`), index: match.index };
    });
}

function wordViolations({ path, text }: Source): Violation[] {
  return WORDS.filter((word) => !word.isAllowedIn(path)).flatMap(({ pattern, what }) =>
    [...text.matchAll(pattern)].map((match) => ({ path, line: lineOf(text, match.index), what })),
  );
}

/** What an import reaches: a part of the house, or a package by name. */
function targetOf(path: string, specifier: string): { part: Part; name: string } | { part: null; name: string } {
  const file = fileOf(path, specifier);
  const part = file === null ? null : partOf(file);
  if (part) return { part, name: specifier };
  const words = specifier.split('/');
  return { part: null, name: words.slice(0, specifier.startsWith('@') ? 2 : 1).join('/') };
}

/** The file of this repository that an import names, or `null` for a package. */
function fileOf(path: string, specifier: string): string | null {
  const [, workspace, inside] = /^@foyer\/(domain|functions|web)\/(.+)$/.exec(specifier) ?? [];
  if (workspace) return `${workspace}/${inside}`;
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null;
}

function partOf(path: string): Part | null {
  return PARTS.find((part) => path.startsWith(`${part}/`)) ?? null;
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** Keeps strings, since an address holds two slashes, and every line's number. */
function withoutComments(text: string): string {
  return text.replace(
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (found, string: string | undefined) => (string === undefined ? found.replace(/[^\n]/g, '') : found),
  );
}

if (import.meta.main) {
  await tell(async () => {
    const { passed, output } = await checkBoundaries();
    console.log(passed ? 'Every import and word is on its side.' : output);
    return passed ? 0 : 1;
  });
}
