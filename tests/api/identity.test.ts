import { RECENT_SIGN_IN_MS } from '@foyer/domain/manager';
import { endpoints as api, createApp } from '@foyer/functions/app';
import { forms } from '@foyer/functions/forms/routes';
import { nanoid } from 'nanoid';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signInAgain, someAccount } from '../support/account.ts';
import { readAnswer } from '../support/answers.ts';
import { ORIGIN, openTestCloud } from '../support/cloud.ts';
import { addressOf, contractOf, type Fixture, type Input, nameOf, someFixture, spelled, validInput } from '../support/fixture.ts';
import { type Stored, storedDocuments } from '../support/stored.ts';
import { newCode, Visitor } from '../support/visitor.ts';
import { visitorIdToken } from '../support/visitor-account.ts';

const cloud = openTestCloud();
const app = createApp(cloud);
const endpoints = [...api, ...forms];
const SECRET = `only-between-the-two-${nanoid()}`;

interface World {
  /** The attacked conversation, of a visitor with manager A. */
  here: Fixture;
  code: string;
  /** Another manager with their own visitor. */
  there: Fixture;
  callers: Record<Caller, Record<string, string>>;
}

const VISITORS_BROWSER = 'another manager in the browser of the visitor';
const CALLERS = [
  'nobody',
  'another visitor of the same manager',
  'a visitor of another manager',
  'another manager',
  VISITORS_BROWSER,
  'someone signed up without a page',
  "another visitor with their Auth account's token",
  "the visitor with their Auth account's token, but no cookie",
  'a forger of tokens',
] as const;
type Caller = (typeof CALLERS)[number];

let world: World;

beforeAll(async () => {
  cloud.advance(RECENT_SIGN_IN_MS + 60_000);
  const [here, there] = [await someFixture(cloud), await someFixture(cloud)];
  const [browser, other] = [new Visitor(app.request), new Visitor(app.request)];
  const code = newCode();
  const own = await browser.start(here.slug, { code, text: SECRET });
  const another = await other.start(here.slug);
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const cookie = (visitor: Visitor) => ({ cookie: visitor.cookie ?? '' });
  world = {
    here: { ...here, visitor: browser, conversationId: own.body.conversation.id },
    code,
    there,
    callers: {
      nobody: {},
      'another visitor of the same manager': cookie(other),
      'a visitor of another manager': cookie(there.visitor),
      'another manager': bearer(there.manager.idToken),
      [VISITORS_BROWSER]: { ...bearer(there.manager.idToken), ...cookie(browser) },
      'someone signed up without a page': bearer((await someAccount()).idToken),
      "another visitor with their Auth account's token": bearer(await visitorIdToken(another.body.token)),
      "the visitor with their Auth account's token, but no cookie": bearer(await visitorIdToken(own.body.token)),
      'a forger of tokens': bearer(
        forged(there.manager.idToken, { user_id: here.manager.uid, sub: here.manager.uid, aud: 'another-project' }),
      ),
    },
  };
});

// Each case opens the conversation, whose turns to be opened come back with time.
beforeEach(() => cloud.advance(4000));

/** The emulator signs nothing, so only its claims reveal a forgery here. */
function forged(idToken: string, claims: object): string {
  const [head = '', content = ''] = idToken.split('.');
  const said = JSON.parse(Buffer.from(content, 'base64url').toString());
  return `${head}.${Buffer.from(JSON.stringify({ ...said, ...claims })).toString('base64url')}.`;
}

async function ask(name: string, input: Input, headers: Record<string, string>) {
  const contract = contractOf(name);
  const { type, content } = spelled(contract, input.body);
  return readAnswer(
    app.request(addressOf(contract, input), {
      method: contract.method,
      ...(input.body === undefined ? {} : { body: content }),
      headers: { origin: ORIGIN, 'content-type': type, ...headers },
    }),
  );
}

const REFUSED = [401, 403, 404, 410];

/**
 * The statuses that an endpoint may return to a caller with ids of someone else's conversation. Endpoints that answer everyone have a
 * comment on why that is harmless. An endpoint without a line fails the first test.
 */
const EXPECTED: Readonly<Record<string, readonly number[]>> = {
  // The page is public and the code is new, so the conversation is the caller's own. A known code is tested below.
  'POST /api/conversations': [200],
  'GET /api/conversations': REFUSED,
  'POST /api/conversations/{conversationId}/messages': REFUSED,
  'PUT /api/conversations/{conversationId}/visitor': REFUSED,
  'PUT /api/conversations/{conversationId}/code': REFUSED,
  'DELETE /api/conversations/{conversationId}/sessions': REFUSED,
  'PUT /api/conversations/{conversationId}/pushes/{pushId}': REFUSED,
  'DELETE /api/conversations/{conversationId}/pushes/{pushId}': REFUSED,
  'GET /api/conversations/{conversationId}/export': REFUSED,
  'DELETE /api/conversations/{conversationId}': REFUSED,
  'PUT /api/conversations/{conversationId}/report': REFUSED,
  'POST /api/sessions': REFUSED,
  // Changes the caller's own cookie.
  'DELETE /api/sessions/current': [204],
  // Whether a slug is taken is visible at its page.
  'GET /api/slugs/{slug}': [200, ...REFUSED],
  'PUT /api/managers/me': [409, ...REFUSED],
  // No caller here signed in within the last minutes, as deleting an account requires.
  'DELETE /api/managers/me': REFUSED,
  // Ends the caller's own sign-ins.
  'DELETE /api/managers/me/sign-ins': [204, ...REFUSED],
  'DELETE /api/managers/me/deletion': [204, ...REFUSED],
  'PUT /api/managers/me/pause': [200, ...REFUSED],
  'DELETE /api/managers/me/pause': [204, ...REFUSED],
  'PUT /api/managers/me/offline': [204, ...REFUSED],
  'DELETE /api/managers/me/offline': [204, ...REFUSED],
  // Changes only a visitor's user that has an address.
  'POST /api/sign-ups': [204],
  'PATCH /api/managers/me/profile': [200, ...REFUSED],
  'PUT /api/managers/me/draft': [200, ...REFUSED],
  'DELETE /api/managers/me/draft': [200, 409, ...REFUSED],
  'PUT /api/managers/me/slug': [409, ...REFUSED],
  'PUT /api/managers/me/verified-links': REFUSED,
  'DELETE /api/managers/me/session': [204],
  'GET /api/conversations/{conversationId}/mail': REFUSED,
  'PUT /api/conversations/{conversationId}/mail': REFUSED,
  'DELETE /api/conversations/{conversationId}/mail': REFUSED,
  'POST /api/conversations/{conversationId}/mail/way-back': REFUSED,
  'GET /api/managers/me/mail': [200, ...REFUSED],
  // Managers search their own conversations only.
  'GET /api/search': [200, ...REFUSED],
  // Only the signed link counts, not the person.
  'GET /api/forms/mail-confirmations': [410],
  'POST /api/forms/mail-confirmations': [410],
  'GET /api/forms/mail-stops': [410],
  'POST /api/forms/mail-stops': [410],
  // The key is public.
  'GET /api/push-key': [200],
  // A device's id names one among the caller's own.
  'PUT /api/managers/me/devices/{deviceId}': REFUSED,
  'DELETE /api/managers/me/devices/{deviceId}': [204, ...REFUSED],
  'POST /api/managers/me/devices/{deviceId}/tests': REFUSED,
  // Only the caller's own devices are told.
  'DELETE /api/managers/me/notifications/{conversationId}': [204, ...REFUSED],
  // Answers everyone alike, and these callers declare themselves as programs.
  'POST /api/views': [204],
  // The same without JavaScript; a missing conversation gets a page that requests its code.
  'POST /api/forms/conversations': [200],
  'GET /api/forms/conversations': [200],
  'POST /api/forms/messages': REFUSED,
  'POST /api/forms/sessions': REFUSED,
  'POST /api/forms/codes': REFUSED,
  'POST /api/forms/sign-outs': [200],
  'POST /api/forms/erasures': REFUSED,
};

/** The caller starts or continues their own conversation. */
const STARTS = ['POST /api/conversations', 'POST /api/forms/conversations'];

/** Endpoints without ids: the caller changes their own data. */
const OWN = [
  'PATCH /api/managers/me/profile',
  'PUT /api/managers/me/draft',
  'DELETE /api/managers/me/draft',
  'DELETE /api/managers/me/sign-ins',
  'PUT /api/managers/me/pause',
  'DELETE /api/managers/me/pause',
  'PUT /api/managers/me/offline',
  'DELETE /api/managers/me/offline',
];

/** A caller who forgets ends their own session, if any. */
const FORGETS = ['DELETE /api/sessions/current', 'POST /api/forms/sign-outs'];

/** The stored documents except those that another manager or visitor may change through this endpoint: their own. */
function except(name: string, all: Stored): Stored {
  if (FORGETS.includes(name)) return Object.fromEntries(Object.entries(all).filter(([path]) => path.includes(world.here.conversationId)));
  const own = OWN.includes(name) ? `managers/${world.there.manager.uid}` : 'nothing';
  return Object.fromEntries(Object.entries(all).filter(([path]) => !path.startsWith(own)));
}

test('every endpoint has its case', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(endpoints.map(nameOf).sort());
});

/** The statuses for a caller who has own rights to an endpoint. */
function allowed(name: string, caller: Caller): readonly number[] {
  const findsItsOwn = name === 'GET /api/conversations' && caller === 'another visitor of the same manager';
  return findsItsOwn ? [200] : (EXPECTED[name] ?? []);
}

/** The other manager signs in again, for the cases that follow. */
async function signInThere(): Promise<void> {
  const { there, callers } = world;
  there.manager = await signInAgain(there.manager);
  const { idToken } = there.manager;
  for (const caller of ['another manager', VISITORS_BROWSER] as const)
    callers[caller] = { ...callers[caller], authorization: `Bearer ${idToken}` };
}

describe("with every id of another visitor's conversation", () => {
  test.each(Object.keys(EXPECTED))('no one else reads or changes anything of it by %s', async (name) => {
    const { here, callers } = world;
    // Each of these tests opens the conversation, which has a limit.
    cloud.advance(4000);
    const before = await storedDocuments();
    // Where only the cookie counts, the visitor's own browser is the visitor.
    const others = CALLERS.filter((caller) => caller !== VISITORS_BROWSER || contractOf(name).caller === 'either');
    for (const caller of others) {
      // The page to claim has an owner already.
      const answer = await ask(name, validInput(name, { ...here, newSlug: here.slug }), callers[caller]);
      expect(allowed(name, caller), `${caller}: ${answer.status} ${answer.text}`).toContain(answer.status);
      expect(answer.text, caller).not.toContain(SECRET);
      expect(answer.text, caller).not.toContain(here.conversationId);
    }
    if (name === 'DELETE /api/managers/me/sign-ins') await signInThere();
    if (!STARTS.includes(name)) expect(except(name, await storedDocuments())).toEqual(except(name, before));
    expect((await here.visitor.open(here.slug)).body.messages.map(({ text }) => text)).toEqual([SECRET]);
  });
});

describe('a manager', () => {
  test.each([
    'DELETE /api/conversations/{conversationId}',
    'GET /api/conversations/{conversationId}/export',
    'PUT /api/conversations/{conversationId}/report',
  ])("gets the same answer for another's conversation as for a missing one by %s", async (name) => {
    const { here, there } = world;
    const headers = { authorization: `Bearer ${there.manager.idToken}` };
    const foreign = await ask(name, validInput(name, here), headers);
    const none = await ask(name, validInput(name, { ...here, conversationId: '0'.repeat(32) }), headers);
    expect([foreign.status, foreign.code]).toEqual([404, 'unknown-conversation']);
    expect({ ...none, headers: [...none.headers] }).toEqual({ ...foreign, headers: [...foreign.headers] });
    expect((await here.visitor.open(here.slug)).body.messages.map(({ text }) => text)).toEqual([SECRET]);
  });

  test.each(endpoints.filter(({ caller }) => caller === 'manager' || caller === 'either').map(nameOf))(
    "cannot be represented by a visitor's token at %s",
    async (name) => {
      const { here, callers } = world;
      const answer = await ask(name, validInput(name, here), callers["the visitor with their Auth account's token, but no cookie"]);
      expect([answer.status, answer.code]).toEqual([401, 'signed-out']);
    },
  );

  test.each([
    'Bearer',
    'Bearer ',
    'Bearer x',
    'Basic YWRhOmFkYQ==',
    'bearer {token}',
    'Bearer {token} x',
    'Bearer {token}, Bearer {token}',
  ])('is not signed in by "%s"', async (header) => {
    const { here } = world;
    const authorization = header.replaceAll('{token}', here.manager.idToken);
    const answer = await ask('GET /api/slugs/{slug}', { params: { slug: here.slug } }, { authorization });
    expect([answer.status, answer.code]).toEqual([401, 'signed-out']);
  });
});

describe('a known code', () => {
  test("opens nothing on another manager's page, and starts nothing there", async () => {
    const { there, code } = world;
    const before = await storedDocuments();
    const stranger = new Visitor(app.request);
    expect((await stranger.resume(there.slug, code)).body.code).toBe('unknown-code');
    expect((await stranger.start(there.slug, { code: code as ReturnType<typeof newCode> })).status).toBe(410);
    expect(await storedDocuments()).toEqual(before);
  });

  test('cannot be made the code of a second conversation', async () => {
    const { here, there, code } = world;
    const thief = there.visitor;
    const before = await storedDocuments();
    expect((await thief.replaceCode(there.conversationId, code)).body.code).toBe('code-in-use');
    expect(await storedDocuments()).toEqual(before);
    expect((await new Visitor(app.request).resume(here.slug, code)).body.conversation.id).toBe(here.conversationId);
  });

  test('gets one identical answer if replaced, deleted, unknown or of another page', async () => {
    const { here, there } = world;
    const [replaced, deleted, foreign] = [newCode(), newCode(), newCode()];
    const [one, two] = [new Visitor(app.request), new Visitor(app.request)];
    const first = await one.start(here.slug, { code: replaced });
    expect((await one.replaceCode(first.body.conversation.id, newCode())).status).toBe(204);
    const second = await two.start(here.slug, { code: deleted });
    expect((await two.delete(second.body.conversation.id)).status).toBe(204);
    await new Visitor(app.request).start(there.slug, { code: foreign });
    const answers = [];
    for (const code of [newCode(), replaced, deleted, foreign]) {
      const { status, headers, text } = await ask('POST /api/sessions', { body: { slug: here.slug, code } }, {});
      answers.push(JSON.stringify([status, [...headers], text]));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('unknown-code');
  });
});
