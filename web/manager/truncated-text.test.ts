import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** An element that cuts its text, with nothing but a `<bdi>` in it. */
const CUT_AROUND_BDI = /class=(?:"[^"]*\btruncate\b[^"]*"|\{[^}]*\btruncate\b[^}]*\})[^>]*>\s*<bdi>/g;

/** Text from right to left is cut at its own end only if the element that cuts it has its direction. */
test('no element cuts a text whose direction another element has', () => {
  const root = new URL('../', import.meta.url);
  const files = globSync('{manager,ui,visitor,public-page}/**/*.tsx', { cwd: root });
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) =>
    [...readFileSync(new URL(file, root), 'utf8').matchAll(CUT_AROUND_BDI)].map(([text]) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});
