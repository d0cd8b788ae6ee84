import { createApp } from '@foyer/functions/app';
import { nanoid } from 'nanoid';
import { expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { FUZZ_SEED, fuzzBodies, inherited } from '../support/fuzz.ts';
import { fuzzForms } from '../support/fuzz-forms.ts';
import { NAUGHTY_STRINGS, shown } from '../support/naughty-strings.ts';
import { Visitor } from '../support/visitor.ts';

/** A part of what `npm run test:deep` sends. */
const BODIES = 1000;
const FORMS = 200;

test(`${BODIES} generated bodies (seed ${FUZZ_SEED}) each succeed or get a stable code`, async () => {
  const before = inherited();
  const answers = await fuzzBodies(BODIES);
  // If all bodies were refused at first sight, this would test nothing.
  for (const [name, counts] of Object.entries(answers)) {
    expect(counts[400], name).toBeGreaterThan(0);
    expect(Object.keys(counts).length, name).toBeGreaterThan(1);
  }
  expect(answers['POST /api/conversations']?.[200]).toBeGreaterThan(0);
  expect(inherited()).toEqual(before);
});

test(`${FORMS} generated forms (seed ${FUZZ_SEED}) each succeed or come back as a page`, async () => {
  const before = inherited();
  const answers = await fuzzForms(FORMS);
  for (const [name, counts] of Object.entries(answers)) {
    expect(counts[400], name).toBeGreaterThan(0);
    expect((counts[200] ?? 0) + (counts[303] ?? 0), name).toBeGreaterThan(0);
  }
  expect(inherited()).toEqual(before);
});

test('a generated proof of work for the right message proves nothing and breaks nothing', async () => {
  const cloud = openTestCloud();
  const app = createApp(cloud);
  // Every first message now needs a proof.
  cloud.recaptcha = async () => ({ assess: async () => 'invalid' });
  const { slug } = await someManager(cloud);
  const texts = NAUGHTY_STRINGS.filter((_, index) => index % 4 === 0).map(({ text }) => text);
  for (const text of [...texts, 'f'.repeat(64), '00', 'zz']) {
    const messageId = nanoid();
    const salt = `00?expiresAt=${cloud.now() + 60_000}&for=${messageId}&`;
    const forgeries = [
      { algorithm: 'SHA-256', challenge: text, number: 1, salt, signature: text },
      { algorithm: 'SHA-256', challenge: 'f'.repeat(64), number: 0, salt: salt + text, signature: 'f'.repeat(64) },
      { algorithm: text, challenge: '', number: 1, salt, signature: '' },
    ];
    for (const forgery of forgeries) {
      const proof = Buffer.from(JSON.stringify(forgery)).toString('base64').slice(0, 2048);
      const { status, body } = await new Visitor(app.request).start(slug, { messageId, proof });
      expect([status, body.code], shown(text)).toEqual([428, 'challenge-required']);
    }
  }
});
