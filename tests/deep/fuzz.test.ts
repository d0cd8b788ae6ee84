import { expect, test } from 'vitest';
import { FUZZ_SEED, fuzzBodies, inherited } from '../support/fuzz.ts';

const BODIES = 6000;

test(`${BODIES} generated bodies, of seed ${FUZZ_SEED}, are each done or refused with a stable code`, async () => {
  const before = inherited();
  const answers = await fuzzBodies(BODIES);
  for (const [name, counts] of Object.entries(answers)) {
    expect(counts[400], name).toBeGreaterThan(200);
    expect(counts[413], name).toBeGreaterThan(10);
    expect(counts[415], name).toBeGreaterThan(10);
  }
  expect(answers['POST /api/conversations']?.[200]).toBeGreaterThan(50);
  expect(inherited()).toEqual(before);
});
