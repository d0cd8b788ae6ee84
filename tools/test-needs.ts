export type Needs = 'nothing' | 'firestore' | 'everything';

const NEEDS: Readonly<Record<string, Needs>> = { unit: 'nothing', rules: 'firestore', mutation: 'firestore' };

/**
 * Reads vitest's arguments (`--project rules`, `--project=rules`), so a part of the tests runs without emulators that it doesn't need.
 * Patterns, and projects that are not in the list, can need everything.
 */
export function needsOf(args: readonly string[]): Needs {
  const projects = args.flatMap((arg, index) => {
    if (arg.startsWith('--project=')) return [arg.slice('--project='.length)];
    return arg === '--project' ? [args[index + 1] ?? ''] : [];
  });
  const needs = projects.map((project) => NEEDS[project] ?? 'everything');
  if (needs.length === 0 || needs.includes('everything')) return 'everything';
  return needs.includes('firestore') ? 'firestore' : 'nothing';
}
