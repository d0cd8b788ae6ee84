import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SAMPLED } from '../vitest.deep.config.ts';
import { ROOT } from './emulators/run-folder.ts';

test('what npm test samples runs whole in npm run test:deep', () => {
  const files = globSync('tests/**/*.test.ts', { cwd: ROOT });
  const sampling = files.filter((file) => readFileSync(`${ROOT}/${file}`, 'utf8').includes('sampleOf('));
  expect(sampling.length).toBeGreaterThan(0);
  expect(SAMPLED.toSorted()).toEqual(sampling.toSorted());
});
