import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, Plugin } from 'rolldown';
import { withoutOverridden } from '../web/public-page/overridden.ts';
import { partsOf } from '../web/public-page/sheet-parts.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Installed next to the bundle by the deployment; everything else is bundled. */
export const DEPLOYED_WITH = [
  'firebase-functions',
  'firebase-admin',
  '@google-cloud/firestore',
  '@google-cloud/recaptcha-enterprise',
  'sharp',
];

export interface FunctionsBundle {
  webOut: string;
  functionsOut: string;
  /** Its exports are deployed. */
  entry?: string;
}

export function functionsBundle({ webOut, functionsOut, entry = here('src/index.ts') }: FunctionsBundle): BuildOptions {
  return {
    input: { index: entry },
    platform: 'node',
    external: (id) => DEPLOYED_WITH.some((name) => id === name || id.startsWith(`${name}/`)),
    plugins: [pageAssets(webOut), previewFonts()],
    output: { dir: functionsOut, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
  };
}

interface ManifestEntry {
  file: string;
  css?: string[];
}

/** Provides the `page` function with the text of the built stylesheets, and the URLs of what pages load. */
function pageAssets(webOut: string): Plugin {
  const id = 'virtual:page-assets';
  return {
    name: 'page-assets',
    resolveId: (source) => (source === id ? { id, external: false } : null),
    load(source) {
      if (source !== id) return null;
      const read = (name: string) => JSON.parse(readFileSync(join(webOut, '.vite', name), 'utf8')) as Record<string, ManifestEntry>;
      const manifest = read('manifest.json');
      const styleAt = (path: string) => readFileSync(join(webOut, fileOf(manifest, path)), 'utf8').trim();
      const stylesIn = (folder: string) =>
        Object.fromEntries(
          Object.keys(manifest)
            .filter((path) => path.startsWith(folder) && path.endsWith('.css'))
            .map((path) => [basename(path, '.css'), styleAt(path)]),
        );
      const embed = read('embed.json');
      const apiDocs = entryOf(read('api-docs.json'), 'api-docs/api-docs.ts');
      const assets = {
        foyerStyle: styleAt('public-page/foyer.css'),
        apartStyle: styleAt('public-page/apart.css'),
        presetStyles: Object.fromEntries(
          Object.entries(stylesIn('public-page/presets/')).map(([preset, sheet]) => [preset, partsOf(withoutOverridden(sheet))]),
        ),
        fontStyles: stylesIn('public-page/fonts/'),
        island: `/${fileOf(manifest, 'visitor/box/island.ts')}`,
        embedIsland: `/${fileOf(embed, 'visitor/box/embed.ts')}`,
        boxWords: boxWordsIn(manifest),
        embedBoxWords: boxWordsIn(embed),
        resumeScript: `/${fileOf(read('resume.json'), 'visitor/code/resume-page.ts')}`,
        unknownPageScript: `/${fileOf(read('unknown-page.json'), 'visitor/talk/unknown-page.ts')}`,
        apiDocsScript: `/${apiDocs.file}`,
        apiDocsStyles: (apiDocs.css ?? []).map((file) => `/${file}`),
      };
      return Object.entries(assets)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n');
    },
  };
}

/** The typefaces of link previews, in the subsets that their packages contain. */
const PREVIEW_FACES = {
  grotesk: ['latin', 'latin-ext'].map((part) => `schibsted-grotesk/files/schibsted-grotesk-${part}-wght-normal.woff2`),
  garamond: ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'].map(
    (part) => `eb-garamond/files/eb-garamond-${part}-wght-normal.woff2`,
  ),
};

/** The files of a typeface of link previews. */
export function previewFace(name: keyof typeof PREVIEW_FACES): Buffer[] {
  const { resolve } = createRequire(new URL('../web/', import.meta.url));
  return PREVIEW_FACES[name].map((file) => readFileSync(resolve(`@fontsource-variable/${file}`)));
}

/** Provides the `pictures` function with typefaces, because a server has none. */
function previewFonts(): Plugin {
  const id = 'virtual:preview-fonts';
  const base64Of = (file: Buffer) => file.toString('base64');
  return {
    name: 'preview-fonts',
    resolveId: (source) => (source === id ? { id, external: false } : null),
    load(source) {
      if (source !== id) return null;
      const faces = { grotesk: previewFace('grotesk').map(base64Of), garamond: previewFace('garamond').map(base64Of) };
      return `export const faces = ${JSON.stringify(faces)};`;
    },
  };
}

/** By language. The manifest names sources from the folder of the web. */
function boxWordsIn(manifest: Record<string, ManifestEntry>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(manifest).flatMap(([source, { file }]) => {
      const language = /words\/compiled\/(.+)\/box\.ts$/.exec(source)?.[1];
      return language ? [[language, `/${file}`]] : [];
    }),
  );
}

function fileOf(manifest: Record<string, ManifestEntry>, source: string): string {
  return entryOf(manifest, source).file;
}

function entryOf(manifest: Record<string, ManifestEntry>, source: string): ManifestEntry {
  const entry = manifest[source];
  if (!entry) throw new Error(`The web's build has no ${source}.`);
  return entry;
}
