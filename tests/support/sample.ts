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
