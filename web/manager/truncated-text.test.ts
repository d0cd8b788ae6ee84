import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** An element that truncates its text and contains only a `<bdi>`. */
const CUT_AROUND_BDI = /class=(?:"[^"]*\btruncate\b[^"]*"|\{[^}]*\btruncate\b[^}]*\})[^>]*>\s*<bdi>/g;

/** Right-to-left text is truncated at the correct end only if the truncating element has its direction. */
test('no element truncates text whose direction is set on a child', () => {
  const root = new URL('../', import.meta.url);
  const files = globSync('{manager,ui,visitor,public-page}/**/*.tsx', { cwd: root });
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) =>
    [...readFileSync(new URL(file, root), 'utf8').matchAll(CUT_AROUND_BDI)].map(([text]) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});
