import type { Endpoint } from '@foyer/domain/endpoint';
import { normaliseLine, normaliseText } from '@foyer/domain/text';
import { createApp, endpoints } from '@foyer/functions/app';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectOrdinary, type RawAnswer, readAnswer } from '../support/answers.ts';
import { openTestCloud } from '../support/cloud.ts';
import {
  addressOf,
  contractOf,
  type Fixture,
  type Input,
  nameOf,
  ownHeaders,
  someFixture,
  unclaim,
  validInput,
} from '../support/fixture.ts';
import { NAUGHTY_STRINGS, type NaughtyString, NEVER_STORED, shown } from '../support/naughty-strings.ts';
import { sampleOf } from '../support/sample.ts';

const cloud = openTestCloud();
const app = createApp(cloud);
const table = await cloud.tables();
const LANES = 8;
const fixtures: Fixture[] = [];
/** Long enough to stay below the rates of a conversation and of a manager's hour. */
const STEP_MS = 60_000;
/** A fraction suffices for texts that are not stored and that Google or a proof of work reads. */
const OPAQUE_STEP = 10;
/** By index in the corpus. */
const ALL = [...NAUGHTY_STRINGS.keys()];
const TRIED = sampleOf(
  ALL,
  ALL.filter((index) => index % 10 === 0),
);
const OPAQUE = ['POST /api/conversations recaptchaToken', 'POST /api/conversations proof'];

beforeAll(async () => {
  for (let count = 0; count < LANES; count++) fixtures.push(await someFixture(cloud));
});

interface Field {
  key: string;
  part: 'params' | 'query' | 'body';
  name: string;
  takes(text: string): boolean;
}

/** Every field of a contract in which a caller can put a text. */
function fieldsOf(contract: Endpoint): Field[] {
  return (['params', 'query', 'body'] as const).flatMap((part) =>
    Object.entries(contract[part]?.shape ?? {}).map(([name, schema]) => ({
      key: `${nameOf(contract)} ${name}`,
      part,
      name,
      takes: (text: string) => schema.safeParse(text).success,
    })),
  );
}

interface Done {
  fixture: Fixture;
  answer: { text: string; messages: { text: string }[]; conversation: { id: string; name: string } };
  messageId: string;
}

const conversation = async ({ fixture, answer }: Done) =>
  (await table.conversation(fixture.manager.uid, answer.conversation.id).get()).data();
const message = async (conversationId: string, { fixture, messageId }: Done) =>
  (await table.message(fixture.manager.uid, conversationId, messageId).get()).data()?.text;
const profile = async ({ fixture }: Done) => (await table.manager(fixture.newcomer.uid).get()).data()?.profile;

/** The fields whose text is stored, and where to find it. */
const KEPT: Readonly<Record<string, (done: Done) => Promise<unknown[]>>> = {
  'POST /api/conversations text': async (done) => [done.answer.messages[0]?.text, await message(done.answer.conversation.id, done)],
  'POST /api/conversations name': async (done) => [done.answer.conversation.name, (await conversation(done))?.visitor.name],
  'POST /api/conversations email': async (done) => [(await conversation(done))?.visitor.email],
  'POST /api/conversations/{conversationId}/messages text': async (done) => [
    done.answer.text,
    await message(done.fixture.conversationId, done),
  ],
  'PUT /api/conversations/{conversationId}/report note': async ({ fixture }) => [
    (await table.report(fixture.conversationId).get()).data()?.note,
  ],
  'PUT /api/managers/me name': async (done) => [(await profile(done))?.name],
  'PUT /api/managers/me headline': async (done) => [(await profile(done))?.headline],
};

/** The single-line fields among them. */
const LINES = [
  'POST /api/conversations name',
  'POST /api/conversations email',
  'PUT /api/managers/me name',
  'PUT /api/managers/me headline',
];

async function ask(fixture: Fixture, contract: Endpoint, input: Input): Promise<RawAnswer> {
  cloud.advance(STEP_MS);
  const body = input.body === undefined ? {} : { body: JSON.stringify(input.body) };
  const type = input.body === undefined ? {} : { 'content-type': 'application/json' };
  const headers = { ...ownHeaders(contract, fixture), ...type };
  return readAnswer(app.request(addressOf(contract, input), { method: contract.method, ...body, headers }));
}

const withText = (input: Input, { part, name }: Field, text: string): Input => ({ ...input, [part]: { ...input[part], [name]: text } });

/** Sends the text alone to each field that refuses it, and together to all that accept and store it. Returns whether any did. */
async function tryOut(fixture: Fixture, contract: Endpoint, index: number): Promise<boolean> {
  const { kind, text } = NAUGHTY_STRINGS[index] as NaughtyString;
  const about = `${kind} ${shown(text)}`;
  const keeping: Field[] = [];
  for (const field of fieldsOf(contract)) {
    if (OPAQUE.includes(field.key) && index % OPAQUE_STEP !== 0) continue;
    if (KEPT[field.key] && field.takes(text)) {
      keeping.push(field);
      continue;
    }
    const answer = await ask(fixture, contract, withText(validInput(nameOf(contract), fixture), field, text));
    expectOrdinary(answer, `${about} as ${field.name}`);
    if (KEPT[field.key]) expect([answer.status, answer.code], about).toEqual([400, 'invalid-request']);
    if (nameOf(contract) === 'PUT /api/managers/me') await unclaim(fixture);
  }
  if (keeping.length === 0) return false;
  expect(NEVER_STORED, about).not.toContain(kind);
  const input = keeping.reduce((before, field) => withText(before, field, text), validInput(nameOf(contract), fixture));
  const { status, text: content } = await ask(fixture, contract, input);
  expect(status, `${about}: ${content}`).toBeLessThan(300);
  const done = { fixture, answer: content === '' ? null : JSON.parse(content), messageId: String(input.body?.messageId) };
  for (const { key } of keeping) {
    for (const found of (await KEPT[key]?.(done)) ?? []) {
      expect(found, `${key} ${about}`).toBe((LINES.includes(key) ? normaliseLine : normaliseText)(text));
      expect(found, about).not.toMatch(/(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
      expect(String(found).normalize('NFC'), about).toBe(found);
    }
  }
  if (nameOf(contract) === 'PUT /api/managers/me') await unclaim(fixture);
  return true;
}

test('the corpus has 700 texts, 150 of them markup, and every kept field is in the API', () => {
  expect(NAUGHTY_STRINGS.length).toBeGreaterThanOrEqual(700);
  expect(NAUGHTY_STRINGS.filter(({ kind }) => kind === 'markup').length).toBeGreaterThanOrEqual(150);
  const keys = endpoints.flatMap(fieldsOf).map(({ key }) => key);
  expect(keys).toEqual(expect.arrayContaining([...Object.keys(KEPT), ...OPAQUE]));
});

describe('a hostile text is refused by name, or stored in normal form, at every field of', () => {
  test.each(endpoints.filter((contract) => fieldsOf(contract).length > 0).map(nameOf))('%s', async (name) => {
    const contract = contractOf(name);
    let kept = 0;
    const work = fixtures.map(async (fixture, index) => {
      for (const next of TRIED.filter((_, turn) => turn % LANES === index)) {
        if (await tryOut(fixture, contract, next)) kept++;
      }
    });
    await Promise.all(work);
    if (fieldsOf(contract).some(({ key }) => KEPT[key])) expect(kept).toBeGreaterThan(0.75 * TRIED.length);
  });
});

/** Refused as a first message's text and as a name, each alone. */
async function expectRefused(text: string): Promise<void> {
  for (const wrong of [{ text }, { name: text }]) {
    const contract = contractOf('POST /api/conversations');
    const [fixture] = fixtures as [Fixture, ...Fixture[]];
    const { body = {} } = validInput(nameOf(contract), fixture);
    const { status, code } = await ask(fixture, contract, { body: { ...body, ...wrong } });
    expect([status, code], `${Object.keys(wrong)} ${shown(text)}`).toEqual([400, 'invalid-request']);
  }
}

test('an invisible text or name is refused like an empty one', async () => {
  const blank = NAUGHTY_STRINGS.filter(({ text }) => /^[\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800]+$/u.test(text));
  expect(blank.length).toBeGreaterThan(20);
  for (const { text } of blank) await expectRefused(text);
});

test('piled marks on one letter are refused even with invisible joiners in between', async () => {
  const piles = NAUGHTY_STRINGS.filter(({ kind }) => kind === 'marks piled between joiners');
  expect(piles.length).toBeGreaterThan(2);
  for (const { text } of piles) await expectRefused(text.slice(0, 60));
});
