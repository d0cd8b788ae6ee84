import { test } from 'vitest';

/** Set by vitest.deep.config.ts. */
const isDeep = process.env.FOYER_TEST_DEPTH === 'deep';

/**
 * The part of a matrix that a test runs: a fixed sample in `npm test`, all of it in `npm run test:deep`, where the same file is in
 * vitest.deep.config.ts. Matrices of several files use samples that complement each other.
 */
export function sampleOf<T>(all: readonly T[], sample: readonly NoInfer<T>[]): readonly T[] {
  const unknown = sample.filter((member) => !all.includes(member));
  if (sample.length === 0 || unknown.length > 0) throw new Error(`Not a sample of the whole: ${unknown.join(', ') || 'nothing'}`);
  return isDeep ? all : sample;
}

/** The same for a long list: `count` members spread over all of it. */
export function spreadOver<T>(all: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, Math.floor(all.length / count));
  return isDeep ? all : all.filter((_, index) => index % step === 0);
}

/** Members of a matrix that only `npm run test:deep` runs. */
export const onlyDeep = <T>(all: readonly T[]): readonly T[] => (isDeep ? all : []);

/** A test that only `npm run test:deep` runs: a story about comfort rather than loss or safety, next to stories that both run. */
export const deepTest: (name: string, act: () => Promise<void>) => void = isDeep ? (name, act) => void test(name, act) : () => {};
