import { expect, test } from 'vitest';
import { missingFrom } from './complete-lockfile.ts';

const optionalDependencies = { '@fast/tool-linux-x64': '2.0.0', '@fast/tool-darwin-arm64': '2.0.0', '@fast/tool-linux-x64-musl': '2.0.0' };

test('adds binaries for other systems next to their package', () => {
  const packages = {
    'node_modules/fast': { version: '2.0.0', dev: true, optionalDependencies },
    'node_modules/@fast/tool-linux-x64': { version: '2.0.0' },
  };
  expect(missingFrom({ packages })).toEqual({
    'node_modules/@fast/tool-darwin-arm64': { version: '2.0.0', cpu: ['arm64'], dev: true, optional: true, os: ['darwin'] },
    'node_modules/@fast/tool-linux-x64-musl': { version: '2.0.0', cpu: ['x64'], dev: true, libc: ['musl'], optional: true, os: ['linux'] },
  });
});

test('ignores another version in an outer node_modules', () => {
  const packages = {
    'node_modules/@fast/tool-darwin-arm64': { version: '1.0.0' },
    'node_modules/site/node_modules/fast': { version: '2.0.0', optionalDependencies: { '@fast/tool-darwin-arm64': '2.0.0' } },
  };
  expect(Object.keys(missingFrom({ packages }))).toEqual(['node_modules/site/node_modules/@fast/tool-darwin-arm64']);
});

test('replaces no existing entry', () => {
  const packages = {
    'node_modules/@fast/tool-darwin-arm64': { version: '1.0.0' },
    'node_modules/fast': { version: '2.0.0', optionalDependencies: { '@fast/tool-darwin-arm64': '2.0.0' } },
  };
  expect(Object.keys(missingFrom({ packages }))).toEqual(['node_modules/fast/node_modules/@fast/tool-darwin-arm64']);
});

test('leaves a complete lockfile unchanged', () => {
  const packages = {
    'node_modules/@fast/tool-darwin-arm64': { version: '2.0.0' },
    'node_modules/site/node_modules/fast': { version: '2.0.0', optionalDependencies: { '@fast/tool-darwin-arm64': '2.0.0' } },
    'node_modules/other': { version: '1.0.0', optionalDependencies: { bufferutil: '^4.0.1' } },
  };
  expect(missingFrom({ packages })).toEqual({});
});
