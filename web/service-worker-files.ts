import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

interface ManifestEntry {
  file: string;
  css?: string[];
  imports?: string[];
}

type Manifest = Record<string, ManifestEntry>;

/** What opens without a connection: the dashboard's page, and what makes sense there. The others need the server. */
export const OFFLINE = [
  'manager/index.html',
  'manager/claim/door-screens.ts',
  'manager/shell/dashboard.tsx',
  'manager/shell/recent-acts-dialog.tsx',
  'manager/acts/dialogs.ts',
  'manager/acts/typed-time.ts',
  'manager/keys/keys-dialog.tsx',
  'manager/palette/palette-dialog.tsx',
  'manager/account/me-screen.tsx',
  // Sites with App Check load it before anything else.
  '../node_modules/firebase/app-check/dist/esm/index.esm.js',
];

/** The files of a language: with every text that the dashboard loads first, and with the words of typed times. */
const WORDS = /^\.\.\/words\/compiled\/([\w-]+)\/(?:manager|typed-times)\.ts$/;

/** Gives the dashboard's service worker the names of the dashboard's files, which were built before it. */
export function dashboardFiles(outDir: string): Plugin {
  const id = '\0virtual:dashboard-files';
  return {
    name: 'dashboard-files',
    resolveId: (source) => (source === 'virtual:dashboard-files' ? id : null),
    load(source) {
      if (source !== id) return null;
      const manifest = JSON.parse(readFileSync(join(outDir, '.vite/dashboard.json'), 'utf8')) as Manifest;
      const page = readFileSync(join(outDir, 'manager/index.html'));
      const files = {
        // Built files have their content's hash in their names; the page has a fixed name.
        SHELL: [
          { url: '/app.html', revision: createHash('sha256').update(page).digest('hex').slice(0, 8) },
          ...shellOf(manifest).map((file) => ({ url: `/${file}`, revision: null })),
        ],
        WORDS: wordsOf(manifest),
      };
      return Object.entries(files)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n');
    },
  };
}

/** The scripts and stylesheets that `OFFLINE` loads. Texts and typefaces are not among them: they depend on the language. */
function shellOf(manifest: Manifest): string[] {
  const seen = new Set<string>();
  const files = new Set<string>();
  const visit = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    const entry = manifest[name];
    if (!entry) throw new Error(`The dashboard's build has no ${name}.`);
    for (const file of [entry.file, ...(entry.css ?? [])]) files.add(file);
    for (const imported of entry.imports ?? []) visit(imported);
  };
  for (const name of OFFLINE) visit(name);
  // What the files with texts share is the same in every language.
  for (const name of Object.keys(manifest)) if (WORDS.test(name)) for (const shared of manifest[name]?.imports ?? []) visit(shared);
  return [...files].sort();
}

function wordsOf(manifest: Manifest): Record<string, string[]> {
  const words: Record<string, string[]> = {};
  for (const [name, { file }] of Object.entries(manifest)) {
    const language = WORDS.exec(name)?.[1];
    if (language) words[language] = [...(words[language] ?? []), `/${file}`];
  }
  return words;
}
