import { startConversationEndpoint } from '@foyer/domain/conversation';
import { changeProfileEndpoint } from '@foyer/domain/edit-profile';
import { FAULTS, type Fault, type FaultCode } from '@foyer/domain/fault';
import { NAME_MAX, TEXT_MAX } from '@foyer/domain/limits';
import { newProfile } from '@foyer/domain/new-profile';
import { words } from '@foyer/words/compiled/en/faults';
import type { FaultsWords } from '@foyer/words/compiled/types/faults';
import { messageOf } from '@foyer/words/message-of';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fieldErrors } from './field-errors.ts';

const first = { slug: 'ada', code: '0000-0000-0000-0000-0000', messageId: 'V1StGXR8_Z5jdHi6B-myT', text: 'Hello' };
const errorsOf = (schema: z.ZodType, value: unknown) => fieldErrors(schema.safeParse(value, { reportInput: true }).error?.issues ?? []);

const NAMES: { [C in FaultCode]: FaultsWords[C] extends (values: infer V) => string ? readonly (keyof V)[] : readonly [] } = FAULTS;

test('every fault has a sentence that gets its values', () => {
  expect(Object.keys(words).toSorted()).toEqual(Object.keys(NAMES).toSorted());
  for (const [code, names] of Object.entries(FAULTS)) {
    const sentence = messageOf(words, code, Object.fromEntries(names.map((name) => [name, 7])));
    expect(sentence).toMatch(/^[A-Z].+\.$/);
    expect(sentence).not.toMatch(/undefined|NaN/);
    expect(sentence?.includes('7')).toBe(names.length > 0);
  }
});

test.each<[string, Record<string, unknown>, Fault]>([
  ['text', { text: undefined }, { code: 'required' }],
  ['text', { text: ' \n ' }, { code: 'required' }],
  ['text', { text: 7 }, { code: 'wrong-format' }],
  ['text', { text: 'x'.repeat(TEXT_MAX + 3) }, { code: 'too-long', values: { over: 3, max: TEXT_MAX } }],
  ['name', { name: 'x'.repeat(NAME_MAX + 1) }, { code: 'too-long', values: { over: 1, max: NAME_MAX } }],
  ['name', { name: 'Ada\nMoreau' }, { code: 'several-lines' }],
  ['email', { email: 'ada@' }, { code: 'email-format' }],
  ['email', { email: `ada@${'a'.repeat(300)}` }, { code: 'email-too-long', values: { max: 254 } }],
  ['slug', { slug: 'Ada' }, { code: 'slug-shape' }],
  ['slug', { slug: 'x' }, { code: 'slug-too-short', values: { min: 3 } }],
  ['code', { code: '7KX2' }, { code: 'code-incomplete', values: { length: 4, of: 20 } }],
  ['code', { code: 'x'.repeat(1001) }, { code: 'too-long', values: { over: 1, max: 1000 } }],
  ['messageId', { messageId: '../..' }, { code: 'wrong-format' }],
  ['', { isAdmin: true }, { code: 'unknown-field', values: { name: 'isAdmin' } }],
])('a first message with a wrong %s: %j', (path, wrong, { code, values }) => {
  const [error] = errorsOf(startConversationEndpoint.body, { ...first, ...wrong });
  expect(error).toEqual({ path, code, ...(values && { values }), message: expect.stringMatching(/^[A-Z].+\.$/) });
});

const { sections: _, theme, reach } = newProfile('Ada');

test.each<[string, object, Fault]>([
  ['changes.hours.0.to', { hours: [{ day: 1, from: '17:00', to: '17:00' }] }, { code: 'interval-empty' }],
  ['changes.hours.0.from', { hours: [{ day: 1, from: '9', to: '17:00' }] }, { code: 'time-format' }],
  ['changes.timeZone', { timeZone: 'Europe/Atlantis' }, { code: 'time-zone-unknown' }],
  ['changes.language', { language: 'en-12' }, { code: 'language-unknown' }],
  ['changes.theme.accent', { theme: { ...theme, accent: 'red' } }, { code: 'color-format' }],
  ['changes.theme.preset', { theme: { ...theme, preset: 'none' } }, { code: 'not-allowed' }],
  ['changes.reach.embedOrigins.0', { reach: { ...reach, embedOrigins: ['*'] } }, { code: 'origin-format' }],
  [
    'changes.sections.0.items.0.url',
    { sections: [{ kind: 'links', items: [{ id: 'l1', label: 'Home', url: 'http://example.org' }] }] },
    { code: 'link-not-secure' },
  ],
  [
    'changes.sections.0.items',
    { sections: [{ kind: 'skills', items: Array.from({ length: 41 }, (_, id) => ({ id: `${id}`, name: 'Tuning' })) }] },
    { code: 'too-many', values: { max: 40 } },
  ],
  ['changes.sections.0.kind', { sections: [{ kind: 'secrets' }] }, { code: 'not-allowed' }],
])('a change of %s', (path, changes, { code, values }) => {
  const [error] = errorsOf(changeProfileEndpoint.body, { revision: 0, changes });
  expect(error).toMatchObject({ path, code, ...(values && { values }) });
});

test('a schema that names no fault is never answered in the validator’s words', () => {
  const schema = z.strictObject({ number: z.int().max(3), list: z.array(z.int()).min(2), text: z.string().min(3), choice: z.enum(['a']) });
  const errors = errorsOf(schema, { number: 4, list: [], text: 'a', choice: 'b' });
  expect(errors.map(({ code }) => code)).toEqual(['not-allowed', 'not-allowed', 'too-short', 'not-allowed']);
  for (const { message } of errors) expect([words['not-allowed'], words['too-short']({ min: 3 })]).toContain(message);
});
