/**
 * The test functions of the rules tests: vitest's own. The mutation test (tests/deep) replaces them with a collector to run the same cases
 * repeatedly on mutants of the rules.
 */
export { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
