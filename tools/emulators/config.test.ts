import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allow, configFor, FirebaseConfig, keepingAssets, portsOf } from './config.ts';
import { PORT_NAMES, type Ports } from './ports.ts';

const base = FirebaseConfig.parse(JSON.parse(readFileSync(new URL('../../firebase.json', import.meta.url), 'utf8')));
const ports = Object.fromEntries(PORT_NAMES.map((name, index) => [name, 20_000 + index])) as Ports;
const run = { ports, functionsSource: '.foyer/one/functions', webPublic: '.foyer/one/web' };

test('gives a run its own ports, functions and site', () => {
  const config = configFor(base, run);
  expect(portsOf(config)).toEqual(ports);
  expect(config.functions.map(({ source }) => source)).toEqual(['.foyer/one/functions']);
  expect(config.hosting.public).toBe('.foyer/one/web');
});

test('lets the dashboard of a run connect to its own emulators, and to nothing else new', () => {
  const policy = (config: FirebaseConfig) =>
    config.hosting.headers.flatMap(({ headers }) => headers).find(({ key }) => key === 'Content-Security-Policy')?.value ?? '';
  const added = policy(configFor(base, run))
    .split(/[; ]+/)
    .filter((word) => !policy(base).split(/[; ]+/).includes(word));
  expect(added).toEqual(['http://127.0.0.1:20000', 'http://127.0.0.1:20002', 'http://127.0.0.1:20000']);
});

test('keeps rules, rewrites and everything else in firebase.json', () => {
  const config = configFor(base, run);
  expect(config.firestore).toEqual(base.firestore);
  expect(config.hosting.rewrites).toEqual(base.hosting.rewrites);
  expect(configFor(config, { ports: portsOf(base), functionsSource: 'a', webPublic: 'b' }).emulators).toEqual(base.emulators);
});

test('adds a missing directive to a policy', () => {
  expect(allow("default-src 'none'", 'frame-src', ['http://a'])).toBe("default-src 'none'; frame-src http://a");
});

test('lets browsers cache only built assets, each by its name', () => {
  const config = keepingAssets(base, ['island-D5T.js', 'inter-latin_1.woff2']);
  const kept = config.hosting.headers.filter(({ headers }) =>
    headers.some(({ key, value }) => key === 'Cache-Control' && /max-age=[1-9]/.test(value)),
  );
  expect(kept.map(({ source }) => source)).toEqual(['/assets/@(inter-latin_1.woff2|island-D5T.js)']);
  expect(keepingAssets(base, [])).toEqual(base);
  expect(() => keepingAssets(base, ['a*.js'])).toThrow('a*.js');
});
