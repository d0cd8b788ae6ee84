import { beforeAll, describe, expect, it } from './cases.ts';
import { SUBJECTS, type Subject } from './parity-subjects.ts';
import { answerTo, eraseEverything, seed } from './support.ts';
import { variantsOf } from './variants.ts';
import { conversation, conversationPath } from './world.ts';

const answerOf = ({ schema }: Subject, value: unknown) => (schema.safeParse(value).success ? 'allowed' : 'denied');

const cases = SUBJECTS.flatMap((subject) =>
  variantsOf(subject.sample, (value) => answerOf(subject, value) === 'allowed').map((variant) => ({ ...variant, subject })),
);

/** Schema and rules must agree on every payload: a change to one needs the same change to the other. */
describe('schema and rules', () => {
  beforeAll(async () => {
    await eraseEverything();
    await seed(conversationPath, conversation());
  });

  for (const subject of SUBJECTS) {
    it(`cover every field when ${subject.title}`, () => {
      expect(Object.keys(subject.sample).sort()).toEqual(Object.keys(subject.schema.shape).sort());
    });
  }

  for (const { subject, fact, value, verdict = answerOf(subject, value) } of cases) {
    it(`${subject.title} ${fact}: ${verdict}`, async () => {
      expect(answerOf(subject, value)).toBe(verdict);
      await subject.prepare();
      expect(await answerTo(subject.write(value))).toBe(verdict);
    });
  }

  it('agree on enough cases to cover every document that a browser writes', () => {
    const answers = cases.map(({ subject, value }) => answerOf(subject, value));
    expect(answers.filter((answer) => answer === 'allowed').length).toBeGreaterThanOrEqual(60);
    expect(answers.filter((answer) => answer === 'denied').length).toBeGreaterThanOrEqual(300);
  });
});
