import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dashboardFiles, OFFLINE } from './service-worker-files.ts';

/** A build in which each part that opens offline has a file of its own, numbered from 101. */
const BUILT = {
  ...Object.fromEntries(OFFLINE.map((name, index) => [name, { file: `assets/part-${101 + index}.js` }])),
  'manager/index.html': { file: 'assets/manager-1.js', css: ['assets/manager-2.css'], imports: ['_shared.js'] },
  '_shared.js': {
    file: 'assets/shared-3.js',
    imports: ['_deeper.js'],
    dynamicImports: ['../words/compiled/de/manager.ts', 'manager/editor/editor-screen.tsx'],
  },
  '_deeper.js': { file: 'assets/deeper-4.js' },
  'manager/shell/dashboard.tsx': { file: 'assets/dashboard-5.js', imports: ['_shared.js'] },
  'manager/account/me-screen.tsx': { file: 'assets/me-6.js', dynamicImports: ['../words/compiled/de/devices.ts'] },
  'manager/editor/editor-screen.tsx': { file: 'assets/editor-7.js' },
  '../node_modules/firebase/app-check/dist/esm/index.esm.js': { file: 'assets/app-check-8.js' },
  '../words/compiled/de/manager.ts': { file: 'assets/manager-9.js', imports: ['_runtime.js'] },
  '../words/compiled/de/devices.ts': { file: 'assets/devices-12.js' },
  '../words/compiled/de/editor.ts': { file: 'assets/editor-10.js' },
  '_runtime.js': { file: 'assets/runtime-11.js' },
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-worker-'));
  for (const name of ['.vite', 'manager']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'manager/index.html'), '<!doctype html>');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The worker's list of files for a build with this manifest. */
function listOf(manifest: object): string {
  writeFileSync(join(folder, '.vite/dashboard.json'), JSON.stringify(manifest));
  const load = dashboardFiles(folder).load as (id: string) => string | null;
  return load('\0virtual:dashboard-files') ?? '';
}

test('the worker keeps what the inbox loads with its texts, and no other screen or text', () => {
  const [shell = '', words = ''] = listOf(BUILT).split('\n');
  const numbers = [...shell.matchAll(/-(\d+)\.(?:js|css)/g)].map(([, number]) => Number(number)).sort((one, other) => one - other);
  expect(numbers.filter((number) => number < 100)).toEqual([1, 2, 3, 4, 5, 6, 8, 11]);
  // The page, the inbox, the account and App Check have lower numbers.
  expect(numbers.filter((number) => number > 100)).toHaveLength(OFFLINE.length - 4);
  expect(words).toBe('export const WORDS = {"de":["/assets/manager-9.js","/assets/devices-12.js"]};');
});

test('the page gets a new revision when it changes', () => {
  const before = listOf(BUILT);
  expect(listOf(BUILT)).toBe(before);
  writeFileSync(join(folder, 'manager/index.html'), '<!doctype html> ');
  expect(listOf(BUILT)).not.toBe(before);
});

test('a part that was renamed fails the build', () => {
  const { 'manager/account/me-screen.tsx': _, ...rest } = BUILT;
  expect(() => listOf(rest)).toThrow('manager/account/me-screen.tsx');
});
