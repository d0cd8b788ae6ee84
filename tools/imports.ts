import { posix } from 'node:path';

/** A source file; `path` is relative to the repository's root. */
export interface Source {
  path: string;
  text: string;
}

export interface Import {
  specifier: string;
  /** The imported file of this repository, or `null` for a package. */
  file: string | null;
  /** Whether it imports only types. */
  isType: boolean;
  line: number;
}

const IMPORT = /\b(?:import|export)\b(?:[^'"`;()]*?\bfrom)?\s*['"]([^'"\n]+)['"]|\bimport\(\s*['"`]([^'"`]+)['"`]/g;

/** All imports of a source file without comments (`withoutComments`). */
export function importsOf({ path, text }: Source): Import[] {
  return [...text.matchAll(IMPORT)].map((match) => {
    const specifier = match[1] ?? match[2] ?? '';
    return { specifier, file: fileOf(path, specifier), isType: isType(match[0]), line: lineOf(text, match.index) };
  });
}

function isType(statement: string): boolean {
  return /^(?:im|ex)port\s+type\b/.test(statement) || /^(?:im|ex)port\s*\{(?:\s*type\s[^,}]+,?)+\s*\}/.test(statement);
}

function fileOf(path: string, specifier: string): string | null {
  const [, workspace, inside] = /^@foyer\/(domain|words|functions|web)\/(.+)$/.exec(specifier) ?? [];
  if (workspace) return `${workspace === 'functions' ? 'functions/src' : workspace}/${inside}`;
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null;
}

export function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** Keeps strings, since URLs contain two slashes, and line numbers. */
export function withoutComments(text: string): string {
  return text.replace(
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (found, string: string | undefined) => (string === undefined ? found.replace(/[^\n]/g, '') : found),
  );
}
