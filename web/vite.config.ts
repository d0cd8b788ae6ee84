import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Three entries: the visitor's island, the public page's stylesheet (inlined by the `page` function), and the dashboard. */
export default defineConfig({
  root: here('.'),
  publicDir: here('public'),
  plugins: [tailwindcss()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Firebase alone; `npm run bench` holds the true budgets.
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      input: {
        island: here('visitor/island.ts'),
        page: here('public-page/page.css'),
        manager: here('manager/index.html'),
      },
    },
  },
});
