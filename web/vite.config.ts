import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LANGUAGES, PSEUDO } from '@foyer/domain/language';
import tailwindcss from '@tailwindcss/vite';
import type { InlineConfig, Plugin } from 'vite';
import { dashboardGroups, doorWithoutInbox } from './dashboard-groups.ts';
import { emojiData } from './emoji-data.ts';
import { leanFirebase } from './lean-firebase.ts';
import { dashboardFiles } from './service-worker-files.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A page gives its script the address of its own language's file, so no table of them is loaded. */
const boxWords = [...LANGUAGES, PSEUDO].map((language) => here(`../words/compiled/${language}/box.ts`));

/** The code that a visitor's words need, with their loader and that of the thread's stylesheet, so a catalogue needs no further file. */
const wordsGroup = {
  name: 'words',
  test: /words\/(runtime|with-nodes|in-time|message-of|compiled\/load\/(thread|visitor))|visitor\/(speak|thread\/words-and-style|talk\/(endings|say-fault|sentence-of))|lib\/(language|time|problem-sentence|is-transient)\.ts|domain\/languages/,
  includeDependenciesRecursively: false,
  priority: 2,
};

/**
 * The web is built in parts. In one build the page's island and the dashboard would share chunks, and each visitor would download code
 * that only managers use (24 kB more for a live thread, when measured).
 */
export function webBuilds(mode: string, outDir: string): InlineConfig[] {
  return [
    site(mode, outDir),
    alone(mode, outDir, 'embed', [here('visitor/box/embed.ts'), ...boxWords]),
    alone(mode, outDir, 'resume', [here('visitor/code/resume-page.ts')]),
    alone(mode, outDir, 'unknown-page', [here('visitor/talk/unknown-page.ts')]),
    visitorWorker(mode, outDir),
    dashboard(mode, outDir),
    serviceWorker(mode, outDir),
    apiDocs(mode, outDir),
  ];
}

/** The public page: the stylesheets, which the `page` function inlines, and the visitor's island. */
function site(mode: string, outDir: string): InlineConfig {
  return common(mode, {
    publicDir: here('public'),
    plugins: [plainImports, ...leanFirebase],
    build: {
      outDir,
      emptyOutDir: true,
      manifest: true,
      modulePreload: false,
      rolldownOptions: {
        input: [
          here('visitor/box/island.ts'),
          here('visitor/box/message-box.ts'),
          ...boxWords,
          here('public-page/foyer.css'),
          here('public-page/apart.css'),
          ...globSync(here('public-page/{presets,fonts}/*.css')),
        ],
        // Pages import catalogues by address.
        preserveEntrySignatures: 'allow-extension',
        // What is loaded together is one file, because it compresses better than several: the island, the code that sends, the thread. As an
        // entry the sending code keeps the names of its exports, so the island needs no helper to import it.
        output: {
          codeSplitting: {
            groups: [
              { name: 'island', test: /visitor\/box\/island\.ts/, priority: 4 },
              { name: 'message-box', test: /visitor\/box\/message-box\.ts|lib\/api/, priority: 3 },
              { name: 'thread', test: /visitor\/(thread\/(thread|follow)\.tsx?|talk\/show\.ts)/, priority: 1 },
              wordsGroup,
            ],
          },
        },
      },
    },
  });
}

/** The frame's message box and the resume page share code with the island; in one build they would split the island's one file. */
function alone(mode: string, outDir: string, name: string, input: string[]): InlineConfig {
  return common(mode, {
    publicDir: false,
    plugins: [plainImports, ...leanFirebase],
    build: {
      outDir,
      emptyOutDir: false,
      manifest: `.vite/${name}.json`,
      modulePreload: false,
      rolldownOptions: { input, preserveEntrySignatures: 'allow-extension', output: { codeSplitting: { groups: [wordsGroup] } } },
    },
  });
}

/** The visitors' service worker: one classic script with a fixed name, because not every browser runs modules there. */
function visitorWorker(mode: string, outDir: string): InlineConfig {
  return common(mode, {
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: here('visitor/service-worker/worker.ts'),
        output: { format: 'iife', entryFileNames: 'notifications/worker.js' },
      },
    },
  });
}

function dashboard(mode: string, outDir: string): InlineConfig {
  return common(mode, {
    publicDir: false,
    plugins: [tailwindcss(), ...leanFirebase, emojiData, scriptBeforePaint, doorWithoutInbox],
    build: {
      outDir,
      emptyOutDir: false,
      manifest: '.vite/dashboard.json',
      rolldownOptions: {
        input: { manager: here('manager/index.html'), 'before-paint': BEFORE_PAINT },
        output: { codeSplitting: { groups: dashboardGroups } },
      },
    },
  });
}

/** The dashboard's service worker: one classic script with a fixed name, because not every browser runs modules there. */
function serviceWorker(mode: string, outDir: string): InlineConfig {
  return common(mode, {
    publicDir: false,
    plugins: [dashboardFiles(outDir)],
    build: {
      outDir,
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: here('manager/service-worker/worker.ts'),
        output: { format: 'iife', entryFileNames: 'app-worker.js' },
      },
    },
  });
}

/** The API reference: a packaged viewer that is larger than everything else and shares no code with it. */
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
      // Firebase alone exceeds the default; `npm run bench` checks the real budgets.
      chunkSizeWarningLimit: 800,
      ...config.build,
      target: 'es2022',
      // Older browsers get rewritten selectors: `:has()` within `:is()`, changing specificity, and `:dir()` as a list of languages.
      cssTarget: ['chrome120', 'edge120', 'firefox121', 'safari16.4', 'ios16.4'],
      assetsInlineLimit: 0,
      rolldownOptions: {
        ...config.build?.rolldownOptions,
        // Inlining a limit of `domain` is shorter than importing it from another file.
        optimization: { inlineConst: { mode: 'all' } },
      },
    },
  };
}

/** Removes Vite's preload helper: the island loads only a few files and its own stylesheet, and the helper would be two thirds of its size. */
const plainImports: Plugin = {
  name: 'plain-imports',
  configResolved({ plugins }) {
    const wrapper = plugins.findIndex(({ name }) => name === 'native:import-analysis-build');
    if (wrapper < 0) throw new Error('Vite wraps its imports by another plugin now.');
    (plugins as Plugin[]).splice(wrapper, 1);
  },
};

/** Decides between light and dark. A module would run after the first paint, and the dashboard's policy allows no inline script. */
const BEFORE_PAINT = here('manager/appearance/before-paint.ts');

const scriptBeforePaint: Plugin = {
  name: 'script-before-paint',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle = {} }) {
      const chunk = Object.values(bundle).find((file) => file.type === 'chunk' && file.facadeModuleId === BEFORE_PAINT);
      if (chunk?.type !== 'chunk' || chunk.imports.length > 0) throw new Error('before-paint.ts must be one file that imports nothing.');
      return [{ tag: 'script', attrs: { src: `/${chunk.fileName}` }, injectTo: 'head' }];
    },
  },
};
