import { FORM_BODY_MAX } from '@foyer/domain/form';
import { codeAlone } from '@foyer/domain/typed-code';
import { formatResumeCode } from '@foyer/domain/written-code';
import { createApp } from '@foyer/functions/app';
import { forms } from '@foyer/functions/forms/routes';
import { parseSessions } from '@foyer/functions/sessions/session-cookie';
import fc from 'fast-check';
import { nanoid } from 'nanoid';
import { expect } from 'vitest';
import { expectOrdinary, type RawAnswer, readAnswer } from './answers.ts';
import { openTestCloud, someManager, type TestCloud } from './cloud.ts';
import { contractOf, type Fixture, nameOf, ownHeaders, someFixture, validInput } from './fixture.ts';
import { type Answers, FUZZ_SEED } from './fuzz.ts';
import type { HostileBody } from './fuzz-bodies.ts';
import { formAddresses, hostileForms, rightAddress, rightForm } from './fuzz-form-bodies.ts';
import { words } from './naughty/lists.ts';
import { bubblesIn, formIn } from './page-form.ts';
import { newCode, Visitor } from './visitor.ts';

/** Placeholders in a generated form for values that must be new in each request, with the same length. */
const FRESH_ID = 'fresh-message-id-fuzz';
const FRESH_CODE = 'FRESH-CODE-FRESH-COD';
const OWN_CONVERSATION = 'own-conversation-of-the-fuzzer-x';

const THEIR_WORDS = 'Only between those two';

const STEP_MS = 600_000;
/** The forms of mails' links have no body (tests/api/mail.test.ts has their tokens). */
const NAMES = forms.filter(({ method, body }) => method === 'POST' && body !== undefined).map(nameOf);
const WRITINGS = ['POST /api/forms/conversations', 'POST /api/forms/messages'];

/** All tags and attributes of our pages, except the style in the head. */
const TAG = /<(\/?[a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<]*")?)*) ?\/?>/g;
const ELEMENTS = words(
  'html head meta title link style body main h1 p a bdi form input textarea button div section label span strong time details summary',
);

interface World {
  fixture: Fixture;
  /** Conversations that the requesting browser must never get, and a code with which anyone may open another one. */
  strangers: readonly string[];
  friendsCode: string;
}

interface Submission {
  name: string;
  address: string;
  form: HostileBody;
  hasCookie: boolean;
}

/** Sends generated forms to every form endpoint. Every answer must be a page, with the submitted text and no markup of the sender's. */
export async function fuzzForms(runs: number): Promise<Answers> {
  const cloud = openTestCloud();
  const app = createApp(cloud);
  const fixture = await someFixture(cloud);
  const friendsCode = newCode();
  await new Visitor(app.request).start(fixture.slug, { code: friendsCode });
  const slugs = [fixture.slug, (await someManager(cloud)).slug];
  const others = slugs.map((slug) => ({ slug, visitor: new Visitor(app.request) }));
  const begun = await Promise.all(others.map(({ slug, visitor }) => visitor.start(slug, { text: THEIR_WORDS })));
  const world: World = { fixture, strangers: begun.map(({ body }) => body.conversation.id), friendsCode };
  const answers: Answers = Object.fromEntries(NAMES.map((name) => [name, {}]));

  const request = fc.constantFrom(...NAMES).chain((name) =>
    fc.record<Submission>({
      name: fc.constant(name),
      address: formAddresses(contractOf(name).path, fixture.slug),
      form: hostileForms(template(name, world), [...world.strangers, newCode()]),
      hasCookie: fc.boolean(),
    }),
  );
  const property = fc.asyncProperty(request, async ({ name, address, form, hasCookie }) => {
    cloud.advance(STEP_MS);
    const about = `${name}, ${form.kind}, ${address}`;
    const sent = withFresh(form, fixture.conversationId);
    const { cookie, ...headers } = ownHeaders(contractOf(name), fixture);
    const answer = await readAnswer(
      app.request(address, {
        method: 'POST',
        body: sent.bytes,
        headers: { ...headers, ...(hasCookie && cookie ? { cookie } : {}), 'content-type': sent.type },
      }),
    );
    expectPage(answer, about);
    expectWords(name, sent, answer, about);
    expectOwnCookie(answer, cloud, world, about);
    const counts = answers[name] ?? {};
    counts[answer.status] = (counts[answer.status] ?? 0) + 1;
    if (ENDS.includes(name) && answer.status === 200) fixture.conversationId = await begunAnew(fixture);
  });
  // So every form succeeds at least once, whatever the seed.
  const examples = NAMES.map((name): [Submission] => [
    { name, address: rightAddress(contractOf(name).path, fixture.slug), form: rightForm(template(name, world)), hasCookie: true },
  ]);
  await fc.assert(property, { examples, numRuns: runs, seed: FUZZ_SEED, endOnFailure: false });

  for (const { slug, visitor } of others) {
    expect((await visitor.open(slug)).body.messages.map(({ text }) => text)).toEqual([THEIR_WORDS]);
  }
  return answers;
}

/** After success, the browser no longer has its conversation. */
const ENDS = ['POST /api/forms/erasures', 'POST /api/forms/sign-outs'];

function template(name: string, { fixture, friendsCode }: World): Record<string, string> {
  const fields = { ...validInput(name, fixture).body } as Record<string, string>;
  if ('conversationId' in fields) fields.conversationId = OWN_CONVERSATION;
  if ('messageId' in fields) fields.messageId = FRESH_ID;
  if (name === 'POST /api/forms/conversations') Object.assign(fields, { name: 'Mina', email: 'mina@example.com', section: 'works' });
  if (name === 'POST /api/forms/sessions') fields.code = friendsCode;
  else if ('code' in fields) fields.code = FRESH_CODE;
  return fields;
}

function withFresh({ type, bytes, kind }: HostileBody, conversationId: string): HostileBody {
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(FRESH_ID, nanoid())
    .replaceAll(FRESH_CODE, newCode())
    .replaceAll(OWN_CONVERSATION, conversationId);
  return { kind, type, bytes: new Uint8Array(Buffer.from(text, 'latin1')) };
}

/** Expects a complete page of ours without anyone else's markup, or a redirect to one. */
function expectPage(answer: RawAnswer, about: string): void {
  if (answer.status === 303) {
    expect(answer.headers.get('location'), about).toMatch(/^\/api\/forms\/conversations\?slug=/);
    return;
  }
  expectOrdinary(answer, about);
  expect(answer.text, about).not.toContain(THEIR_WORDS);
  expect(answer.headers.get('content-type'), about).toBe('text/html; charset=UTF-8');
  expect(answer.headers.get('content-security-policy'), about).toMatch(
    /^default-src 'none'; .*form-action 'self'; frame-ancestors 'none'$/,
  );
  const page = answer.text.replace('<!doctype html>', '').replace(/<style>[\s\S]*?<\/style>/, '');
  const foreign = [...page.matchAll(TAG)].filter(([, name = '', attributes = '']) => {
    const names = attributes.replace(/="[^"]*"/g, '');
    return !ELEMENTS.includes(name.replace('/', '')) || / (on\w+|style|src|srcdoc)\b/.test(names);
  });
  expect(foreign, about).toEqual([]);
  expect(page.replace(TAG, ''), about).not.toContain('<');
}

/** Every readable field that was not accepted is on the page that says why, and never as markup. */
function expectWords(name: string, { type, bytes }: HostileBody, { status, code, text: page }: RawAnswer, about: string): void {
  if (type !== 'application/x-www-form-urlencoded' || bytes.length > FORM_BODY_MAX) return;
  const fields = new URLSearchParams(Buffer.from(bytes).toString('utf8'));
  for (const value of fields.values()) if (/[<"]/.test(value) && value.length > 3) expect(page, about).not.toContain(value);
  const text = fields.get('text');
  const isReadable = fields.size <= 20 && new Set(fields.keys()).size === fields.size;
  if (status < 400 || !isReadable || text === null || !WRITINGS.includes(name)) return;
  // A text that consists only of a resume code comes back in the field for codes.
  const asCode = code === 'code-as-message' ? codeAlone(text) : null;
  const { fields: back } = formIn(page);
  if (asCode) expect(back.code, about).toBe(formatResumeCode(asCode));
  else expect([code === 'code-as-message' ? back.code : back.text, ...bubblesIn(page)], `${about}: ${code}`).toContain(text);
}

/** A successful answer has a cookie, and it opens no one else's conversation. */
function expectOwnCookie({ status, headers }: RawAnswer, cloud: TestCloud, { strangers }: World, about: string): void {
  const cookie = headers.getSetCookie().at(-1);
  if (cookie === undefined) return;
  expect(status, about).toBeLessThan(400);
  const value = /^__session=([^;]*)/.exec(cookie)?.[1];
  const opens = parseSessions(value, cloud.config.sessionKeys, cloud.now()).map(({ conversationId }) => conversationId);
  expect(
    opens.filter((id) => strangers.includes(id)),
    about,
  ).toEqual([]);
}

async function begunAnew({ visitor, slug }: Fixture): Promise<string> {
  return (await visitor.start(slug)).body.conversation.id;
}
