import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './emulators/run-folder.ts';
import { tell } from './emulators/sentence.ts';
import { findCycles } from './folder-cycles.ts';
import { importsOf, lineOf, type Source, withoutComments } from './imports.ts';

export interface Violation {
  path: string;
  line: number;
  what: string;
}

/** A file belongs to the first part whose folder contains it. */
const PARTS = [
  'domain',
  'words',
  'functions',
  'web/public-page',
  'web/conversation',
  'web/visitor',
  'web/manager',
  'web/api-docs',
  'web/ui',
  'web/lib',
  'web',
  'tools',
  'tests',
] as const;
type Part = (typeof PARTS)[number];

interface Arrows {
  /** Other parts that this one can import. Its own is always allowed. */
  parts: readonly Part[];
  /** Packages that it can import; all if not given. */
  packages?: readonly string[];
}

/**
 * Imports point one way: `domain <- words <- functions, web`, `web/public-page <- functions`, `web/conversation <- web/visitor, web/manager`,
 * which never import each other. Tests and tools can import everything.
 */
const ARROWS: Partial<Record<Part, Arrows>> = {
  domain: { parts: [], packages: ['zod'] },
  words: { parts: ['domain'], packages: ['@messageformat/parser'] },
  functions: { parts: ['domain', 'words', 'web/public-page'] },
  'web/public-page': { parts: ['domain', 'words'], packages: ['preact', 'markdown-it'] },
  'web/conversation': { parts: ['domain', 'web/lib'], packages: ['firebase'] },
  'web/visitor': { parts: ['domain', 'words', 'web/public-page', 'web/conversation', 'web/ui', 'web/lib'] },
  'web/manager': { parts: ['domain', 'words', 'web/public-page', 'web/conversation', 'web/ui', 'web/lib'] },
  'web/api-docs': { parts: [], packages: ['swagger-ui-dist'] },
  'web/ui': { parts: ['domain', 'words', 'web/lib'] },
  'web/lib': { parts: ['domain', 'words'] },
};

interface Word {
  pattern: RegExp;
  what: string;
  isAllowedIn(path: string): boolean;
}

/** Collections at the start of a path, and `.collection('`, `doc(store, '` and the like. */
const COLLECTION =
  /\b(?:collection|collectionGroup|doc)\(\s*(?:[\w.()]+,\s*)?['"`]|['"`](?:managers|slugs|directory|resumeKeys|limits|strays)\//g;

/** A comparison with the id of a fixed participant, in either order, or a `case` of it. */
const PARTICIPANT =
  /[!=]==?\s*(['"`])(?:visitor|manager)\1|(['"`])(?:visitor|manager)\2\s*[!=]==?|\bcase\s+(['"`])(?:visitor|manager)\3\s*:/g;

const WORDS: readonly Word[] = [
  {
    pattern: PARTICIPANT,
    what: 'compares a participant: use domain/participant.ts',
    isAllowedIn: (path) => path === 'domain/participant.ts',
  },
  {
    pattern: /\bpaths\.presence\(/g,
    what: 'reads or writes presence: use web/conversation',
    isAllowedIn: (path) => !path.startsWith('web/') || partOf(path) === 'web/conversation',
  },
  { pattern: COLLECTION, what: 'names a collection: use domain/paths.ts', isAllowedIn: (path) => path === 'domain/paths.ts' },
  {
    pattern: /\bconsole\s*\./g,
    what: 'writes to the console: use functions/src/logs.ts, or show it in the interface',
    isAllowedIn: (path) => partOf(path) === 'tools',
  },
  {
    pattern: /\bdata\(\)\s+as\b/g,
    what: 'casts a stored document: read it through functions/src/db.ts or web/lib',
    isAllowedIn: (path) => path === 'functions/src/db.ts' || partOf(path) === 'web/lib',
  },
];

/** Finds every import and code pattern that crosses a boundary, and every import cycle between folders. Skips tests. */
export function violationsIn(sources: readonly Source[]): Violation[] {
  const checked = sources
    .filter(({ path }) => !/\.test\.tsx?$/.test(path) && partOf(path) !== 'tests')
    .map(({ path, text }) => ({ path, text: withoutComments(text) }));
  return checked
    .flatMap((source) => [
      ...importViolations(source),
      ...wordViolations(source),
      ...schemaViolations(source, checked),
      ...nameViolations(source),
    ])
    .concat(findCycles(checked))
    .sort((one, other) => one.path.localeCompare(other.path) || one.line - other.line);
}

export async function checkBoundaries(): Promise<{ passed: boolean; output: string }> {
  const sources: Source[] = [];
  for await (const path of glob('{domain,words,functions,web,tools}/**/*.{ts,tsx}', {
    cwd: ROOT,
    exclude: ['**/node_modules', '**/dist'],
  })) {
    sources.push({ path: path.replaceAll('\\', '/'), text: await readFile(join(ROOT, path), 'utf8') });
  }
  const violations = violationsIn(sources);
  return { passed: violations.length === 0, output: violations.map(({ path, line, what }) => `${path}:${line} ${what}`).join('\n') };
}

function importViolations(source: Source): Violation[] {
  const part = partOf(source.path);
  const arrows = part && ARROWS[part];
  if (!part || !arrows) return [];
  return importsOf(source).flatMap(({ specifier, file, line }) => {
    const target = file === null ? null : partOf(file);
    const isAllowed = target ? target === part || arrows.parts.includes(target) : (arrows.packages?.includes(packageOf(specifier)) ?? true);
    return isAllowed ? [] : [{ path: source.path, line, what: `${part} must not import ${specifier}` }];
  });
}

/** Schemas weigh more than the inbox: the web imports only their types, and values from files of `domain` without schemas. */
function schemaViolations(source: Source, all: readonly Source[]): Violation[] {
  if (!source.path.startsWith('web/')) return [];
  return valuesOf(source)
    .filter(({ file }) => file !== null && hasSchemas(file, all, new Set()))
    .map(({ specifier, line }) => ({ path: source.path, line, what: `brings zod to the browser through ${specifier}` }));
}

function hasSchemas(path: string, all: readonly Source[], seen: Set<string>): boolean {
  const source = all.find((other) => other.path === path);
  if (!source || !path.startsWith('domain/') || seen.has(path)) return false;
  seen.add(path);
  return valuesOf(source).some(({ specifier, file }) => specifier === 'zod' || (file !== null && hasSchemas(file, all, seen)));
}

function valuesOf(source: Source): { specifier: string; file: string | null; line: number }[] {
  return importsOf(source)
    .filter(({ isType }) => !isType)
    .map(({ specifier, file, line }) => ({ specifier, file: file && (/\.\w+$/.test(file) ? file : `${file}.ts`), line }));
}

function wordViolations({ path, text }: Source): Violation[] {
  return WORDS.filter((word) => !word.isAllowedIn(path)).flatMap(({ pattern, what }) =>
    [...text.matchAll(pattern)].map((match) => ({ path, line: lineOf(text, match.index), what })),
  );
}

/** File names that only web/conversation can use, because it does these things for both sides. */
const CORE = /(?:^|\/)(?:outbox|presence|feed|marks|merge-[\w-]+)\.tsx?$/;

function nameViolations({ path }: Source): Violation[] {
  const isSecond = path.startsWith('web/') && partOf(path) !== 'web/conversation' && CORE.test(path);
  return isSecond ? [{ path, line: 1, what: 'duplicates a file of web/conversation: use that' }] : [];
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function partOf(path: string): Part | null {
  return PARTS.find((part) => path.startsWith(`${part}/`)) ?? null;
}

if (import.meta.main) {
  await tell(async () => {
    const { passed, output } = await checkBoundaries();
    console.log(passed ? 'No import or code pattern crosses a boundary.' : output);
    return passed ? 0 : 1;
  });
}
