/**
 * What the rules' tests are written with: vitest's own. The mutation test (tests/deep) puts a collector in its place, so as to run the same
 * cases again and again upon mutants of the rules.
 */
export { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
