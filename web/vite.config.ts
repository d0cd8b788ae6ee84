import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import type { InlineConfig, Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The web is built in parts. In one build the page's island and the dashboard would share chunks, and each visitor would download what
 * only managers use (24 kB more for a live thread, when it was measured).
 */
export function webBuilds(mode: string, outDir: string): InlineConfig[] {
  return [
    site(mode, outDir),
    alone(mode, outDir, 'embed', 'visitor/box/embed.ts'),
    alone(mode, outDir, 'resume', 'visitor/code/resume-page.ts'),
    dashboard(mode, outDir),
    apiDocs(mode, outDir),
  ];
}

/** The public page: the stylesheets, inlined by the `page` function, and the visitor's island. The manifest names all. */
function site(mode: string, outDir: string): InlineConfig {
  return common(mode, {
    publicDir: here('public'),
    plugins: [plainImports, withoutPatterns],
    build: {
      outDir,
      emptyOutDir: true,
      manifest: true,
      modulePreload: false,
      rolldownOptions: {
        input: [
          here('visitor/box/island.ts'),
          here('public-page/foyer.css'),
          here('public-page/apart.css'),
          ...globSync(here('public-page/{presets,fonts}/*.css')),
        ],
        // What sends, and what all of the island's other files need of it, is one file: it packs better than three.
        output: {
          codeSplitting: { groups: [{ name: 'base', test: /visitor\/box\/message-box\.ts|domain\/(limits|participant)|lib\/api/ }] },
        },
      },
    },
  });
}

/**
 * The message box in a frame, and the page where a code is entered. They share code with the island, and must not cut the island's one
 * file into several.
 */
function alone(mode: string, outDir: string, name: string, entry: string): InlineConfig {
  return common(mode, {
    publicDir: false,
    plugins: [plainImports, withoutPatterns],
    build: {
      outDir,
      emptyOutDir: false,
      manifest: `.vite/${name}.json`,
      modulePreload: false,
      rolldownOptions: { input: here(entry) },
    },
  });
}

function dashboard(mode: string, outDir: string): InlineConfig {
  return common(mode, {
    publicDir: false,
    plugins: [tailwindcss(), withoutPatterns],
    build: { outDir, emptyOutDir: false, rolldownOptions: { input: { manager: here('manager/index.html') } } },
  });
}

/** The API reference: a packaged viewer that is larger than all the rest, and shares nothing with it. */
function apiDocs(mode: string, outDir: string): InlineConfig {
  return common(mode, {
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      manifest: '.vite/api-docs.json',
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: here('api-docs/api-docs.ts') },
    },
  });
}

function common(mode: string, config: InlineConfig): InlineConfig {
  return {
    ...config,
    configFile: false,
    root: here('.'),
    mode,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      modulePreload: { polyfill: false },
      // Firebase alone; `npm run bench` holds the true budgets.
      chunkSizeWarningLimit: 800,
      ...config.build,
      target: 'es2022',
      // Older ones would have selectors rewritten: `:has()` within `:is()`, which changes what outweighs what, and `:dir()` as a list of languages.
      cssTarget: ['chrome120', 'edge120', 'firefox121', 'safari16.4', 'ios16.4'],
      assetsInlineLimit: 0,
      rolldownOptions: {
        ...config.build?.rolldownOptions,
        // A limit of `domain` is shorter where it stands than as what one file imports from another.
        optimization: { inlineConst: { mode: 'all' } },
      },
    },
  };
}

/** The island loads few files and its own stylesheet: Vite's helper for preloading would be two thirds of its size, so nothing is wrapped. */
const plainImports: Plugin = {
  name: 'plain-imports',
  configResolved({ plugins }) {
    const wrapper = plugins.findIndex(({ name }) => name === 'native:import-analysis-build');
    if (wrapper < 0) throw new Error('Vite wraps its imports by another plugin now.');
    (plugins as Plugin[]).splice(wrapper, 1);
  },
};

/**
 * Firestore brings an engine for the regular expressions of its pipelines, 39 kB of the 133 that a live thread needs. No query of ours is
 * a pipeline, on either side, and nothing else can call it.
 */
const withoutPatterns: Plugin = {
  name: 'without-patterns',
  enforce: 'pre',
  resolveId: (id) => (id === 're2js' ? '\0re2js' : null),
  load: (id) => (id === '\0re2js' ? `export const RE2JS = { compile: () => { throw new Error('no patterns here'); } };` : null),
};
