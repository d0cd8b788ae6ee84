import { expect, test } from 'vitest';
import { FUZZ_SEED, fuzzBodies, inherited } from '../support/fuzz.ts';
import { fuzzForms } from '../support/fuzz-forms.ts';

/** About 600 for each endpoint, and for each form. */
const BODIES = 24_000;
const FORMS = 4000;

test(`accepts ${BODIES} random bodies, of seed ${FUZZ_SEED}, or refuses them with a stable code`, async () => {
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

test(`accepts ${FORMS} random forms, of seed ${FUZZ_SEED}, or returns them as a page`, async () => {
  const before = inherited();
  const answers = await fuzzForms(FORMS);
  for (const [name, counts] of Object.entries(answers)) {
    expect(counts[400], name).toBeGreaterThan(100);
    expect(counts[413], name).toBeGreaterThan(0);
    expect(counts[415], name).toBeGreaterThan(10);
    expect((counts[200] ?? 0) + (counts[303] ?? 0), name).toBeGreaterThan(30);
  }
  expect(inherited()).toEqual(before);
});
