import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../', import.meta.url);

/** Tailwind's utilities for one side of the screen, whose logical twins are `ms-`, `pe-`, `start-`, `text-end`, `rounded-s` and so on. */
const UTILITY = new RegExp(
  [
    '(?:scroll-)?[mp][lr]-(?:\\d|px|auto|\\[|\\()',
    '(?:left|right)-(?:\\d|px|auto|full|\\[|\\()',
    'border-[lr](?:-|\\b)',
    'rounded-(?:[lr]|tl|tr|bl|br)(?:-|\\b)',
    '(?:text|float|clear|origin|object|bg)-(?:left|right)\\b',
    'bg-(?:linear|gradient)-to-(?:[lr]|[tb][lr])\\b',
  ]
    .map((utility) => `(?<=["'\`\\s:!-])${utility}`)
    .join('|'),
);
/** Inline styles in TypeScript: `{ marginLeft: 0 }`, `style.left = '0'`, `setProperty('left', ...)`. */
const STYLE =
  /\b(?:margin|padding|border|inset)(?:Left|Right)\b|style(?:=\{\{[^}]*\b|\.)(?:left|right)\b|setProperty\('[a-z-]*(?:left|right)/;
const SIDE = /\b(?:left|right)\b/;

/** A comment on the line or above it gives the reason for a physical side: it begins with `physical:`. */
const REASON = /physical: \w/;

function linesWith(pattern: RegExp, lines: readonly string[], file: string): string[] {
  return lines.flatMap((line, index) => {
    const isReasoned = REASON.test(line) || REASON.test(lines[index - 1] ?? '');
    return pattern.test(line) && !isReasoned ? [`${file}:${index + 1}: ${line.trim()}`] : [];
  });
}

const read = (file: string) => readFileSync(new URL(file, root), 'utf8');

test('components use logical sides, so their layout follows the direction of the language', () => {
  const files = globSync('{manager,ui,visitor}/**/*.{ts,tsx}', { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((file) => {
    const lines = read(file).split('\n');
    return [...linesWith(UTILITY, lines, file), ...linesWith(STYLE, lines, file)];
  });
  expect(found).toEqual([]);
});

test('stylesheets use logical sides too', () => {
  // The API reference is English only.
  const files = globSync('{manager,ui,visitor,public-page}/**/*.css', { cwd: root });
  expect(files.length).toBeGreaterThan(10);
  const found = files.flatMap((file) => {
    // Only comments with a reason are kept, so other comments may mention sides.
    const css = read(file).replace(/\/\*[\s\S]*?\*\//g, (comment) => (REASON.test(comment) ? comment : comment.replace(/\S/g, ' ')));
    return linesWith(SIDE, css.split('\n'), file).filter((line) => !/: \/\*.*\*\/$/.test(line));
  });
  expect(found).toEqual([]);
});

/** An element that begins with an address. */
const ADDRESS = /<[a-z]+([^<>]*)>\s*\{[\w.?]*\b(?:email|address|host)\}/g;

test('addresses are written from left to right in every language', () => {
  const files = globSync('{manager,ui,visitor}/**/*.tsx', { cwd: root });
  const found = files.flatMap((file) => [...read(file).matchAll(ADDRESS)].map(([text, attributes = '']) => ({ file, text, attributes })));
  expect(found.length).toBeGreaterThan(10);
  expect(found.filter(({ attributes }) => !attributes.includes('dir="ltr"'))).toEqual([]);
});
