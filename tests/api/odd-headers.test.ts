import { createApp } from '@foyer/functions/app';
import { networkAt } from '@foyer/functions/http/network';
import { describe, expect, test } from 'vitest';
import { expectOrdinary, readAnswer } from '../support/answers.ts';
import { ORIGIN, openTestCloud, PROXIES, someManager } from '../support/cloud.ts';
import { NAUGHTY_STRINGS, shown } from '../support/naughty-strings.ts';
import { spreadOver } from '../support/sample.ts';
import { newCode, Visitor } from '../support/visitor.ts';

/** A site behind one proxy, as with Firebase Hosting. */
const cloud = openTestCloud();
cloud.config = { ...cloud.config, trustedProxies: PROXIES };
const app = createApp(cloud);
const { slug, managerId } = await someManager(cloud);

/** A text of the corpus as the bytes of a header, or `null` if no client could send it. */
function carried(text: string): string | null {
  const bytes = Buffer.from(text).toString('latin1').trim();
  return /[\0\r\n]/.test(bytes) || bytes === '' || bytes.length > 8192 ? null : bytes;
}
const CARRIED = NAUGHTY_STRINGS.flatMap(({ text }) => carried(text) ?? []);

const ADDRESSES: [string, string][] = [
  ['of eight kilobytes', '1'.repeat(8192)],
  ['of eight kilobytes of commas', ','.repeat(8192)],
  ['of two thousand hops', Array.from({ length: 2000 }, (_, hop) => `10.0.${hop % 250}.1`).join(', ')],
  ['of no hop', ''],
  ['of empty hops', ' , ,, '],
  ['of IPv6', '2001:db8::1, 192.0.2.254'],
  ['of IPv6 in brackets with a port', '[2001:db8::1]:443, 192.0.2.254'],
  ['of IPv6 with a zone', 'fe80::1%eth0, 192.0.2.254'],
  ['of IPv6 with a zone that is a script', 'fe80::1%<script>, 192.0.2.254'],
  ['of IPv4 in IPv6', '::ffff:203.0.113.1, 192.0.2.254'],
  ['of IPv4 in hexadecimal IPv6', '::ffff:cb00:7101, 192.0.2.254'],
  ['of IPv4 at the end of IPv6', '64:ff9b::203.0.113.1, 192.0.2.254'],
  ['of seven groups and an empty one', '1:2:3:4:5:6:7::, 192.0.2.254'],
  ['of an empty group and seven', '::2:3:4:5:6:7:8, 192.0.2.254'],
  ['of nothing but colons', ':::, 192.0.2.254'],
  ['of IPv4 with a port', '203.0.113.1:1234, 192.0.2.254'],
  ['of octal IPv4', '0203.0.0113.01, 192.0.2.254'],
  ['of IPv4 as one number', '3405803777, 192.0.2.254'],
  ['of ourselves', '127.0.0.1, ::1, localhost'],
  ['of a name', 'unknown, _hidden, evil.example'],
  ['of a path in the store', '../../managers/x, 192.0.2.254'],
  ['of quoted values', '"203.0.113.1", for=192.0.2.1;proto=http'],
];

const resume = (headers: Record<string, string>) =>
  readAnswer(
    app.request('/api/sessions', {
      method: 'POST',
      body: JSON.stringify({ slug, code: newCode() }),
      headers: { origin: ORIGIN, 'content-type': 'application/json', ...headers },
    }),
  );

describe('a request with a chain of addresses', () => {
  test.each(ADDRESSES)('%s is limited like any other and never fails', async (_, chain) => {
    cloud.advance(600_000);
    const answer = await resume({ 'x-forwarded-for': chain });
    expectOrdinary(answer, chain.slice(0, 100));
    expect(['unknown-code', 'too-many-codes', 'too-fast']).toContain(answer.code);
  });

  test('of any hostile text counts for one unknown network, not for a new one each time', async () => {
    const codes = new Set<string | null>();
    for (const text of spreadOver(CARRIED, 150)) {
      const answer = await resume({ 'x-forwarded-for': text });
      expectOrdinary(answer, shown(text));
      codes.add(answer.code);
    }
    expect([...codes].sort()).toEqual(['too-fast', 'too-many-codes', 'unknown-code'].filter((code) => codes.has(code as never)).sort());
    expect(codes.has('too-fast') || codes.has('too-many-codes')).toBe(true);
  });

  test('has one internal form, so two spellings of an address are one network', () => {
    const same = ['2001:db8::1', '2001:DB8::1', '2001:0db8:0000:0000:0000:0000:0000:0001', '2001:db8:0:0::ffff', '2001:db8::1%en0'];
    expect(new Set(same.map((address) => JSON.stringify(networkAt(address)))).size).toBe(1);
    expect(networkAt('::ffff:203.0.113.1')).toEqual(networkAt('203.0.113.1'));
    expect(networkAt('::FFFF:203.0.113.1')).toEqual(networkAt('203.0.113.1'));
  });
});

describe('a request with other odd headers', () => {
  const HEADERS = [
    'forwarded',
    'x-real-ip',
    'x-forwarded-host',
    'x-forwarded-proto',
    'fastly-client-ip',
    'cf-connecting-ip',
    'user-agent',
    'referer',
  ];

  test.each(HEADERS)('such as %s is answered as without it', async (name) => {
    cloud.advance(3_600_000);
    const address = `203.0.${HEADERS.indexOf(name)}.1, 192.0.2.254`;
    for (const text of CARRIED.slice(0, 8)) {
      const answer = await resume({ 'x-forwarded-for': address, [name]: text });
      expect([answer.status, answer.code], shown(text)).toEqual([404, 'unknown-code']);
    }
  });

  test('has a language that is a BCP 47 tag, or none', async () => {
    for (const text of [...spreadOver(CARRIED, 40), 'de-DE,de;q=0.9', 'x'.repeat(35), '*', 'en-GB-oxendict', 'i-klingon']) {
      cloud.advance(3_600_000);
      const visitor = new Visitor((path, init) => app.request(path, { ...init, headers: withLanguage(init.headers, text) }), ORIGIN);
      const { status, body } = await visitor.start(slug);
      expect(status, shown(text)).toBe(200);
      const stored = (await (await cloud.tables()).conversation(managerId, body.conversation.id).get()).data();
      expect(stored?.visitor.locale, shown(text)).toMatch(/^(?:[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)?$/);
    }
  });
});

function withLanguage(headers: RequestInit['headers'], language: string): Headers {
  const all = new Headers(headers);
  all.set('accept-language', language);
  all.set('x-forwarded-for', `198.51.100.${Math.floor(Math.random() * 250)}, 192.0.2.254`);
  return all;
}
