import { FAULTS } from '@foyer/domain/fault';
import { BODY_MAX, NAME_MAX, TEXT_MAX } from '@foyer/domain/limits';
import { createApp } from '@foyer/functions/app';
import { titleOf } from '@foyer/functions/http/problem-titles';
import { nanoid } from 'nanoid';
import { beforeEach, describe, expect, test } from 'vitest';
import { ORIGIN, openTestCloud, someManager } from '../support/cloud.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const cloud = openTestCloud();
const visitor = new Visitor(createApp(cloud).request);
const { slug } = await someManager(cloud);
const first = () => ({ slug, code: newCode() as string, messageId: nanoid(), text: 'Hello' });

beforeEach(() => cloud.operations.reset());

/** A POST of exactly these bytes. */
function post(body: RequestInit['body'], headers: Record<string, string> = {}) {
  return visitor.raw('/api/conversations', {
    method: 'POST',
    ...(body === undefined ? {} : { body }),
    headers: { 'content-type': 'application/json', ...headers },
  });
}

const FIELDS: [string, string, Record<string, unknown>][] = [
  ['an unknown key', '', { admin: true }],
  ['a prototype as a key', '', JSON.parse('{"__proto__": {"role": "manager"}}')],
  ['an empty text', 'text', { text: '' }],
  ['a text of spaces', 'text', { text: ' \n ' }],
  ['a text one unit too long', 'text', { text: 'x'.repeat(TEXT_MAX + 1) }],
  ['a text of emoji one too long', 'text', { text: '😀'.repeat(TEXT_MAX / 2 + 1) }],
  ['half a character', 'text', { text: 'Hello \ud83d' }],
  ['nothing but control characters', 'text', { text: '\u0000\u001b' }],
  ['a number for a text', 'text', { text: 7 }],
  ['an object for a text', 'text', { text: { $gt: '' } }],
  ['a list for a text', 'text', { text: ['Hello'] }],
  ['no text', 'text', { text: undefined }],
  ['an over-long name', 'name', { name: 'x'.repeat(NAME_MAX + 1) }],
  ['a name of two lines', 'name', { name: 'Ada\nMoreau' }],
  ['an address that is none', 'email', { email: 'mina' }],
  ['an address with letters that browsers refuse', 'email', { email: 'jörg@example.org' }],
  ['an address of two', 'email', { email: 'a@b.example,c@d.example' }],
  ['an object for a slug', 'slug', { slug: { $ne: null } }],
  ['a slug that climbs', 'slug', { slug: '../../managers' }],
  ['a code with a wrong check symbol', 'code', { code: '0000-0000-0000-0000-0001' }],
  ['a code that is too short', 'code', { code: '7KX2' }],
  ['a message id that is a path', 'messageId', { messageId: '../../../slugs/ada' }],
  ['a message id of Firestore itself', 'messageId', { messageId: `__${'x'.repeat(17)}__` }],
];

describe('a first message with', () => {
  test.each(FIELDS)('%s is refused at its field and stores nothing', async (_, path, wrong) => {
    const { status, body } = await post(
      JSON.stringify({ ...first(), ...wrong }).replace('"__proto__":{}', '"__proto__":{"role":"manager"}'),
    );
    expect([status, body.code]).toEqual([400, 'invalid-request']);
    expect(body.errors?.[0]?.path).toBe(path);
    expect(body.errors?.[0]?.message).not.toBe('');
    expect(Object.keys(FAULTS)).toContain(body.errors?.[0]?.code);
    expect(cloud.operations).toMatchObject({ reads: 0, writes: 0 });
  });

  test('a text of the maximum length is stored', async () => {
    const { status, body } = await visitor.start(slug, { text: '😀'.repeat(TEXT_MAX / 2) });
    expect(status).toBe(200);
    expect(body.messages[0]?.text).toHaveLength(TEXT_MAX);
  });

  test.each([
    'visitor@xn--h1alffa9f.xn--p1ai',
    'r&d@example.com',
    "o'neil+mail@sub.example.museum",
    'mina@bücher.example',
    'ada@localhost',
  ])('the address %s is accepted, as in browsers', async (email) => {
    expect((await visitor.start(slug, { email })).status).toBe(200);
  });

  test('a text pasted from an office program keeps its lines and indentation', async () => {
    const { body } = await visitor.start(slug, { text: '\n    One\u000bTwo\u000cThree\u0085Four\u2028Five\u0002\u0008\u0000 \n' });
    expect(body.messages[0]?.text).toBe('    One\nTwo\nThree\nFour\nFive');
  });

  test('a decomposed text comes back in normal form', async () => {
    const { body } = await visitor.start(slug, { text: 'Zoe\u0308' });
    expect(body.messages[0]?.text).toBe('Zo\u00eb');
  });
});

const BODIES: [string, RequestInit['body'], Record<string, string>, number, string][] = [
  ['broken JSON', '{"slug": ', {}, 400, 'malformed-json'],
  ['no body', undefined, {}, 400, 'malformed-json'],
  ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), {}, 400, 'malformed-json'],
  ['a list', '[]', {}, 400, 'invalid-request'],
  ['null', 'null', {}, 400, 'invalid-request'],
  ['a hundred thousand brackets', '['.repeat(BODY_MAX - 10), {}, 400, 'malformed-json'],
  ['too many bytes', JSON.stringify({ text: 'x'.repeat(BODY_MAX) }), {}, 413, 'body-too-large'],
  ['a form', 'slug=ada&text=Hello', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported-content-type'],
  ['plain text', '{}', { 'content-type': 'text/plain' }, 415, 'unsupported-content-type'],
  ['another character set', '{}', { 'content-type': 'application/json; charset=utf-7' }, 415, 'unsupported-content-type'],
  ['a compressed body', '{}', { 'content-encoding': 'gzip' }, 415, 'unsupported-content-type'],
  ['a foreign origin', '{}', { origin: 'https://evil.example' }, 403, 'foreign-origin'],
  ['no origin', '{}', { origin: '' }, 403, 'foreign-origin'],
  ['the origin "null"', '{}', { origin: 'null' }, 403, 'foreign-origin'],
  ['an origin that only begins like ours', '{}', { origin: `${ORIGIN}.evil.example` }, 403, 'foreign-origin'],
  ["a sibling site's page", '{}', { 'sec-fetch-site': 'same-site' }, 403, 'foreign-origin'],
];

describe('a request with', () => {
  test.each(BODIES)('%s is refused with a stable code and stores nothing', async (_, content, headers, status, code) => {
    const reply = await post(content, headers);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(reply.headers.get('content-type')).toBe('application/problem+json');
    expect(reply.headers.get('cache-control')).toBe('private, no-store');
    expect(JSON.stringify(reply.body)).not.toMatch(/\bat \w|\.ts|Error/);
    expect(cloud.operations).toMatchObject({ reads: 0, writes: 0 });
  });

  test('a wrong method gets the allowed ones', async () => {
    const reply = await visitor.raw('/api/conversations', { method: 'PUT' });
    expect([reply.status, reply.body.code, reply.headers.get('allow')]).toEqual([405, 'method-not-allowed', 'POST, GET']);
  });

  test('an unknown address gets a problem', async () => {
    expect((await visitor.raw('/api/visitors', { method: 'GET' })).body.code).toBe('not-found');
  });

  test('a database failure reveals no detail', async () => {
    const failing = openTestCloud({ firestore: () => Promise.reject(new Error('secret detail of the store')) });
    const reply = await new Visitor(createApp(failing).request).start(slug);
    expect([reply.status, reply.body.code]).toEqual([500, 'internal']);
    expect(JSON.stringify(reply.body)).not.toContain('secret detail');
  });
});

test('the API describes every endpoint and every problem', async () => {
  const { body } = await visitor.raw<{ paths: Record<string, object>; components: { schemas: { Problem: object } } }>('/api/openapi.json', {
    method: 'GET',
  });
  const described = Object.entries(body.paths).map(([path, methods]) => `${path}: ${Object.keys(methods).sort().join(' ')}`);
  expect(described.sort()).toEqual([
    '/api/conversations/{conversationId}/code: put',
    '/api/conversations/{conversationId}/export: get',
    '/api/conversations/{conversationId}/mail/way-back: post',
    '/api/conversations/{conversationId}/mail: delete get put',
    '/api/conversations/{conversationId}/messages: post',
    '/api/conversations/{conversationId}/pushes/{pushId}: delete put',
    '/api/conversations/{conversationId}/report: put',
    '/api/conversations/{conversationId}/sessions: delete',
    '/api/conversations/{conversationId}/visitor: put',
    '/api/conversations/{conversationId}: delete',
    '/api/conversations: get post',
    '/api/forms/codes: post',
    '/api/forms/conversations: get post',
    '/api/forms/erasures: post',
    '/api/forms/mail-confirmations: get post',
    '/api/forms/mail-stops: get post',
    '/api/forms/messages: post',
    '/api/forms/sessions: post',
    '/api/forms/sign-outs: post',
    '/api/managers/me/deletion: delete',
    '/api/managers/me/devices/{deviceId}/tests: post',
    '/api/managers/me/devices/{deviceId}: delete put',
    '/api/managers/me/draft: delete put',
    '/api/managers/me/mail: get',
    '/api/managers/me/notifications/{conversationId}: delete',
    '/api/managers/me/offline: delete put',
    '/api/managers/me/pause: delete put',
    '/api/managers/me/profile: patch',
    '/api/managers/me/session: delete',
    '/api/managers/me/sign-ins: delete',
    '/api/managers/me/slug: put',
    '/api/managers/me/verified-links: put',
    '/api/managers/me: delete put',
    '/api/pictures: post',
    '/api/push-key: get',
    '/api/search: get',
    '/api/sessions/current: delete',
    '/api/sessions: post',
    '/api/sign-ups: post',
    '/api/slugs/{slug}: get',
    '/api/views: post',
  ]);
  expect(JSON.stringify(body.components.schemas.Problem)).toContain('too-fast');
  expect(body.paths['/api/forms/erasures']).toMatchObject({
    post: {
      requestBody: {
        content: {
          'application/x-www-form-urlencoded': { schema: { required: ['conversationId', 'isSure'], additionalProperties: false } },
        },
      },
      responses: {
        200: { content: { 'text/html': {} } },
        503: {
          description: `- \`sending-paused\`: ${titleOf('sending-paused')}\n- \`busy\`: ${titleOf('busy')}`,
          content: { 'text/html': {} },
        },
      },
    },
  });
});
