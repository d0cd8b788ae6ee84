import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SAMPLED } from '../vitest.deep.config.ts';
import { ROOT } from './emulators/run-folder.ts';

test('npm run test:deep runs in full what npm test samples', () => {
  const files = globSync('tests/**/*.test.ts', { cwd: ROOT });
  const sampling = files.filter((file) => /(sampleOf|spreadOver|onlyDeep|deepTest)\(/.test(readFileSync(`${ROOT}/${file}`, 'utf8')));
  expect(sampling.length).toBeGreaterThan(0);
  expect(SAMPLED.toSorted()).toEqual(sampling.toSorted());
});
