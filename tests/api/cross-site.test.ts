import { stopMailForm } from '@foyer/domain/mail-form';
import { endpoints as api, createApp } from '@foyer/functions/app';
import { forms } from '@foyer/functions/forms/routes';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RawAnswer, readAnswer } from '../support/answers.ts';
import { ORIGIN, openTestCloud } from '../support/cloud.ts';
import { addressOf, contractOf, type Fixture, nameOf, ownHeaders, someFixture, spelled, validInput } from '../support/fixture.ts';
import { sampleOf } from '../support/sample.ts';
import { storedDocuments } from '../support/stored.ts';

const cloud = openTestCloud();
const app = createApp(cloud);
let fixture: Fixture;

beforeAll(async () => {
  fixture = await someFixture(cloud);
});
beforeEach(() => cloud.operations.reset());

const endpoints = [...api, ...forms];
/** Mail programs send the one-click stop without an origin; its signed link is what counts (tests/api/mail-alerts.test.ts). */
const WRITES = endpoints.filter((contract) => contract.method !== 'GET' && contract !== stopMailForm).map(nameOf);
const { hostname } = new URL(ORIGIN);

/**
 * What another site can make a browser send. `''` removes a header. Each has the victim's cookie and token, as if a browser had added them.
 */
const ATTACKS: [string, Record<string, string>][] = [
  ['no origin', { origin: '', 'sec-fetch-site': '' }],
  ['no origin, though the browser calls it same-origin', { origin: '' }],
  ['the origin "null" of a sandbox', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['the origin "null" from an old browser', { origin: 'null', 'sec-fetch-site': '' }],
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['another site from an old browser', { origin: 'https://evil.example', 'sec-fetch-site': '' }],
  ['another site that calls itself ours', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin', referer: `${ORIGIN}/ada` }],
  ['a sibling site', { origin: `https://other.${hostname}`, 'sec-fetch-site': 'same-site' }],
  ['a sibling page with our origin', { 'sec-fetch-site': 'same-site' }],
  ['another site with our origin', { 'sec-fetch-site': 'cross-site' }],
  ['a navigation from nowhere', { 'sec-fetch-site': 'none' }],
  ['an unknown relation', { 'sec-fetch-site': 'same-origin, cross-site' }],
  ['a site whose name only begins like ours', { origin: `${ORIGIN}.evil.example` }],
  ['a site whose name only ends like ours', { origin: `https://evil-${hostname}` }],
  ['our name without encryption', { origin: ORIGIN.replace('https', 'http') }],
  ['our name at another port', { origin: `${ORIGIN}:8443` }],
  ['our name with the port that it has anyway', { origin: `${ORIGIN}:443` }],
  ['our name in capitals', { origin: ORIGIN.toUpperCase() }],
  ['our name with a dot at its end', { origin: `${ORIGIN}.` }],
  ['our name with a path', { origin: `${ORIGIN}/` }],
  ['our name behind a user', { origin: `https://evil.example@${hostname}` }],
  ['our name twice', { origin: `${ORIGIN}, ${ORIGIN}` }],
  ['our name and another', { origin: `${ORIGIN} https://evil.example` }],
  ['a custom scheme', { origin: `app://${hostname}` }],
  ['a file', { origin: 'file://' }],
  [
    'the Host of another, and an origin that fits it',
    { origin: 'https://evil.example', host: 'evil.example', 'x-forwarded-host': 'evil.example' },
  ],
];

/** Each is tried on at least one endpoint; `npm test` tries these on all of them. */
const TRIED = sampleOf(
  ATTACKS.map(([attack]) => attack),
  [
    'no origin',
    'the origin "null" of a sandbox',
    'another site',
    'another site that calls itself ours',
    'a sibling page with our origin',
    'our name at another port',
  ],
);

/** The content types that a form or a `fetch` can send without a preflight, next to JSON. */
const BODIES: [string, string][] = [
  ['application/json', ''],
  ['application/x-www-form-urlencoded', 'slug=ada&text=Hello&_method=DELETE'],
  ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nHello\r\n--x--\r\n'],
  ['text/plain', '{"slug":"ada","text":"Hello","x":"="}'],
  ['text/plain;charset=UTF-8', '{}'],
  ['', '{}'],
];

/** A valid request to an endpoint, with some of its headers changed. */
async function ask(name: string, changes: Record<string, string>, { method, type = '', content = '' } = {} as Form): Promise<RawAnswer> {
  const contract = contractOf(name);
  const input = validInput(name, fixture);
  const own = spelled(contract, input.body);
  const headers = new Headers({ ...ownHeaders(contract, fixture), ...(input.body ? { 'content-type': own.type } : {}) });
  const body = content === '' ? (input.body ? own.content : undefined) : content;
  if (content !== '') headers.set('content-type', type);
  for (const [header, value] of Object.entries(changes)) {
    if (value === '') headers.delete(header);
    else headers.set(header, value);
  }
  return readAnswer(
    app.request(addressOf(contract, input), { method: method ?? contract.method, headers, ...(body === undefined ? {} : { body }) }),
  );
}

interface Form {
  method?: string;
  type?: string;
  content?: string;
}

describe.each(WRITES)('%s', (name) => {
  test.each(ATTACKS.filter(([attack]) => TRIED.includes(attack)))('from %s is refused before anything is checked', async (_, changes) => {
    const answer = await ask(name, changes);
    expect([answer.status, answer.code]).toEqual([403, 'foreign-origin']);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(cloud.operations).toMatchObject({ reads: 0, writes: 0 });
  });

  test('as a form or plain text from another site is refused, with either method', async () => {
    for (const [type, content] of BODIES) {
      for (const method of [contractOf(name).method, 'POST']) {
        const answer = await ask(name, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, { method, type, content });
        expect([answer.status, answer.code], `${method} ${type}`).toEqual([403, 'foreign-origin']);
      }
    }
    expect(cloud.operations).toMatchObject({ reads: 0, writes: 0 });
  });

  test('with another content type from our own page is refused where a body is read', async () => {
    const contract = contractOf(name);
    if (contract.body === undefined) return;
    const own = spelled(contract).type;
    for (const [type, empty] of BODIES.filter(([type]) => type !== own)) {
      const content = empty || '{}';
      const answer = await ask(name, {}, { type, content });
      expect([answer.status, answer.code], type).toEqual([415, 'unsupported-content-type']);
    }
    expect(cloud.operations).toMatchObject({ reads: 0, writes: 0 });
  });

  test('gets no permission in a preflight of another site (CORS)', async () => {
    const asked = { origin: 'https://evil.example', 'access-control-request-method': 'PUT' };
    const answer = await ask(name, asked, { method: 'OPTIONS' });
    expect(answer.status).toBe(405);
    const promised = [...answer.headers.keys()].filter((header) => header.startsWith('access-control-'));
    expect(promised).toEqual([]);
  });
});

test.each(ATTACKS)('a message from %s is refused before anything is checked', async (_, changes) => {
  const answer = await ask('POST /api/conversations/{conversationId}/messages', changes);
  expect([answer.status, answer.code]).toEqual([403, 'foreign-origin']);
  expect(cloud.operations).toMatchObject({ reads: 0, writes: 0 });
});

describe('a read request', () => {
  const METHODS = ['GET', 'HEAD', 'OPTIONS'];
  const CASES = [...new Set(endpoints.map(({ path }) => path))].flatMap((path) =>
    METHODS.map((method): [string, string] => [method, path]),
  );

  test.each(CASES)('%s %s changes nothing, for any caller and parameters', async (method, path) => {
    const names = endpoints.filter((contract) => contract.path === path).map(nameOf);
    const before = await storedDocuments();
    cloud.operations.reset();
    for (const name of names) {
      for (const override of ['DELETE', 'PUT', 'POST']) {
        const changes = {
          'x-http-method-override': override,
          'x-http-method': override,
          'x-method-override': override,
          'content-type': '',
          authorization: `Bearer ${fixture.manager.idToken}`,
        };
        const contract = contractOf(name);
        const headers = new Headers({ ...ownHeaders(contract, fixture), ...changes, origin: 'https://evil.example' });
        const address = addressOf(contract, validInput(name, fixture));
        const separator = address.includes('?') ? '&' : '?';
        for (const query of ['', `${separator}_method=${override}`]) {
          const answer = await readAnswer(app.request(address + query, { method, headers }));
          expect(answer.status, `${override} ${answer.text}`).toBeLessThan(500);
          expect(answer.headers.get('access-control-allow-origin')).toBeNull();
        }
      }
    }
    expect(cloud.operations.writes).toBe(0);
    expect(await storedDocuments()).toEqual(before);
  });
});

/** Requests that end the conversation in this browser, in this order. */
const LAST = [
  'DELETE /api/conversations/{conversationId}',
  'POST /api/conversations',
  'POST /api/forms/erasures',
  'POST /api/forms/sign-outs',
  'DELETE /api/sessions/current',
];

test('the same requests from our own page all succeed', async () => {
  const order = [...WRITES.filter((name) => !LAST.includes(name)), ...LAST];
  expect(order).toHaveLength(WRITES.length);
  for (const name of order) {
    const contract = contractOf(name);
    const input = validInput(name, fixture);
    const { type, content } = spelled(contract, input.body);
    const { status, text } = await fixture.visitor.ask(addressOf(contract, input), {
      method: contract.method,
      headers: { ...ownHeaders(contract, fixture), 'content-type': type },
      ...(input.body === undefined ? {} : { body: content }),
    });
    if (name === 'POST /api/conversations') fixture.conversationId = JSON.parse(text).conversation.id;
    // No one has the code that it sends, and this site has no key for notifications.
    const isUnknown = /^POST .*\/sessions$|\/verified-links$|^P.*\/devices\//.test(name);
    const isPush = /^PUT .*\/pushes\//.test(name) ? [400] : null;
    // This site sends no mail, so no link of one is valid.
    const isMail = /^P.*\/mail(?:\/way-back)?$/.test(name) ? [404] : /\/mail-confirmations$/.test(name) ? [410] : null;
    expect(isMail ?? isPush ?? (isUnknown ? [404] : [200, 204]), `${name}: ${text}`).toContain(status);
  }
});
