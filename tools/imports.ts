import { posix } from 'node:path';

/** A source file: its path from the repository's root, and its text. */
export interface Source {
  path: string;
  text: string;
}

/** One import or re-export of a source file, of values or of types. */
export interface Import {
  specifier: string;
  /** The file of this repository that it names, or `null` for a package. */
  file: string | null;
  /** Whether nothing of it is left when types are gone. */
  isType: boolean;
  line: number;
}

const IMPORT = /\b(?:import|export)\b(?:[^'"`;()]*?\bfrom)?\s*['"]([^'"\n]+)['"]|\bimport\(\s*['"`]([^'"`]+)['"`]/g;

/** All imports of a source file whose comments are gone. */
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
  const [, workspace, inside] = /^@foyer\/(domain|functions|web)\/(.+)$/.exec(specifier) ?? [];
  if (workspace) return `${workspace === 'functions' ? 'functions/src' : workspace}/${inside}`;
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null;
}

export function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** Keeps strings, since an address holds two slashes, and every line's number. */
export function withoutComments(text: string): string {
  return text.replace(
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (found, string: string | undefined) => (string === undefined ? found.replace(/[^\n]/g, '') : found),
  );
}
