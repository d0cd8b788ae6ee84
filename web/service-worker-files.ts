import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

interface ManifestEntry {
  file: string;
  css?: string[];
  imports?: string[];
  dynamicImports?: string[];
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

/** A file with texts in one language. */
const WORDS = /^\.\.\/words\/compiled\/([\w-]+)\/[\w-]+\.ts$/;

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
      const { shell, words } = filesOf(manifest);
      const files = {
        // Built files have their content's hash in their names; the page has a fixed name.
        SHELL: [
          { url: '/app.html', revision: createHash('sha256').update(page).digest('hex').slice(0, 8) },
          ...shell.map((file) => ({ url: `/${file}`, revision: null })),
        ],
        WORDS: words,
      };
      return Object.entries(files)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n');
    },
  };
}

/**
 * What `OFFLINE` loads: scripts and stylesheets, and by language the files with texts, which its scripts choose from. Typefaces are not among
 * them: they depend on the texts.
 */
function filesOf(manifest: Manifest): { shell: string[]; words: Record<string, string[]> } {
  const seen = new Set<string>();
  const shell = new Set<string>();
  const words: Record<string, string[]> = {};
  const visit = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    const { file, css = [], imports = [], dynamicImports = [] } = entryOf(name);
    const language = WORDS.exec(name)?.[1];
    if (language) words[language] = [...(words[language] ?? []), `/${file}`];
    for (const found of language ? css : [file, ...css]) shell.add(found);
    for (const imported of [...imports, ...dynamicImports.filter((other) => WORDS.test(other))]) visit(imported);
  };
  const entryOf = (name: string): ManifestEntry => {
    const entry = manifest[name];
    if (!entry) throw new Error(`The dashboard's build has no ${name}.`);
    return entry;
  };
  for (const name of OFFLINE) visit(name);
  return { shell: [...shell].sort(), words };
}
