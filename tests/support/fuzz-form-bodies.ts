import { FORM_BODY_MAX } from '@foyer/domain/form';
import fc from 'fast-check';
import type { HostileBody } from './fuzz-bodies.ts';
import { HOSTILE_MARKUP } from './naughty/markup.ts';
import { NAUGHTY_STRINGS } from './naughty-strings.ts';

const FORM_TYPE = 'application/x-www-form-urlencoded';
type Fields = readonly (readonly [string, string])[];

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
const spelled = (fields: Fields): string => new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
const body = (kind: string, text: string, type = FORM_TYPE): HostileBody => ({ kind, type, bytes: bytesOf(text) });

const VALUES = ['', ' ', '\n\n', '\u0000', '0', 'null', '[object Object]', '__proto__', 'yes', 'on', 'x'.repeat(5000), '字'.repeat(14_000)];
const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'text',
  'Text',
  'text[]',
  'slug',
  'code',
  'isSure',
  'proof',
  '',
  ' ',
  '\u0000',
  '"><b>',
];

/** Form encodings that are meaningless, incomplete, or ambiguous to other parsers. */
const SPELLINGS = [
  ...['%', '%%', '%z', '%zz', '%u0041', '%00', '%C3', '%C0%AF', '%ED%A0%80', '%F4%90%80%80', '%FF%FE', '%EF%BB%BF', '%2B', '%26', '%3D'],
  ...['+', '&', '&&&&', '=', '==', '&=&=', ';', '?', '#', '\r\n', '\ufeff', '\u0000', '\u2028', '<b>"\'', '&lt;', '&amp;quot;'],
];

export function rightForm(valid: Record<string, string>): HostileBody {
  return body('nothing wrong', spelled(Object.entries(valid)));
}

export function rightAddress(path: string, slug: string): string {
  return `${path}?slug=${slug}`;
}

/** Forms for a contract that accepts `valid`, mostly close to a valid one. `others` are values that are valid for someone else. */
export function hostileForms(valid: Record<string, string>, others: readonly string[]): fc.Arbitrary<HostileBody> {
  const right = Object.entries(valid);
  const text = spelled(right);
  const name = fc.constantFrom(...Object.keys(valid), ...KEYS);
  const value = fc.oneof(
    fc.constantFrom(...others, ...VALUES),
    fc.constantFrom(...HOSTILE_MARKUP),
    fc.constantFrom(...NAUGHTY_STRINGS.map((naughty) => naughty.text)),
    fc.string({ unit: 'binary', maxLength: 100 }),
  );
  const place = fc.nat(text.length);
  const put = (at: number, junk: string) => text.slice(0, at) + junk + text.slice(at);

  const changed = fc.array(fc.oneof(fc.record({ name, value }), fc.record({ name })), { minLength: 1, maxLength: 3 }).map((changes) => {
    const fields = new Map(right);
    for (const { name, ...rest } of changes) {
      if ('value' in rest) fields.set(name, rest.value);
      else fields.delete(name);
    }
    return body('a field changed', spelled([...fields]));
  });
  const keys = fc.constantFrom(...['conversationId', 'code', 'messageId'].filter((key) => key in valid), 'conversationId');
  const foreign = fc
    .record({ key: keys, theirs: fc.constantFrom(...others) })
    .map(({ key, theirs }) => body("someone else's", spelled(right.map(([field, own]) => [field, field === key ? theirs : own]))));
  const repeated = fc
    .record({ name, value, isFirst: fc.boolean() })
    .map(({ name, value, isFirst }) => body('a field twice', spelled(isFirst ? [[name, value], ...right] : [...right, [name, value]])));
  const broken = fc.oneof(
    place.map((end) => body('cut', text.slice(0, end))),
    fc.record({ place, junk: fc.constantFrom(...SPELLINGS) }).map(({ place: at, junk }) => body('another spelling inside', put(at, junk))),
    fc
      .record({ place, junk: fc.string({ unit: 'binary', maxLength: 8 }) })
      .map(({ place: at, junk }) => body('junk inside', put(at, junk.toWellFormed()))),
    fc.constantFrom(`${text}&${text}`, '', '&', '=', '?', JSON.stringify(valid)).map((whole) => body('something else', whole)),
    fc.constantFrom(19, 20, 21, 1000, 20_000).map((count) => body(`${count} fields`, `${text}&${'a&'.repeat(count)}`)),
    fc
      .constantFrom(20, 21, 1000)
      .map((count) => body(`${count} names`, spelled(Array.from({ length: count }, (_, index) => [`n${index}`, ''])))),
  );
  const little = Buffer.from(text, 'utf16le');
  const inBytes = fc.oneof(
    fc.constantFrom<[string, Uint8Array]>(
      ['UTF-16LE', little],
      ['UTF-16BE', Buffer.from(little).swap16()],
      ['Latin-1', Buffer.from(`${text}&text=ÄÖÜ`, 'latin1')],
      ['bytes that are no UTF-8', Buffer.concat([bytesOf(`${text}&text=`), Buffer.from([0xc0, 0xaf, 0xed, 0xa0, 0x80, 0xff])])],
    ),
    fc.uint8Array({ maxLength: 300 }).map((bytes): [string, Uint8Array] => ['random bytes', bytes]),
  );
  const room = FORM_BODY_MAX - bytesOf(`${text}&text=`).length;
  const heavy = fc
    .constantFrom(0, 1, FORM_BODY_MAX)
    .map((beyond) => body(`${beyond} bytes beyond the weight`, `${text}&text=${'a'.repeat(room + beyond)}`));
  const types = fc.constantFrom(
    ...['application/json', 'multipart/form-data; boundary=x', 'text/plain', '*/*', 'application/x-www-form-urlencoded-x'],
    ...[`${FORM_TYPE};charset=utf-16`, `${FORM_TYPE}; charset=utf-8; x=y`, `${FORM_TYPE}; charset="UTF-8"`, FORM_TYPE.toUpperCase()],
  );

  return fc.oneof(
    { weight: 8, arbitrary: changed },
    { weight: 2, arbitrary: foreign },
    { weight: 2, arbitrary: repeated },
    { weight: 5, arbitrary: broken },
    { weight: 2, arbitrary: inBytes.map(([kind, bytes]) => ({ kind, type: FORM_TYPE, bytes: new Uint8Array(bytes) })) },
    { weight: 2, arbitrary: heavy },
    { weight: 2, arbitrary: types.map((type) => body(`as ${type}`, text, type)) },
    { weight: 3, arbitrary: fc.constant(rightForm(valid)) },
  );
}

export function formAddresses(path: string, slug: string): fc.Arbitrary<string> {
  const right = rightAddress(path, slug);
  const wrong = [
    '',
    '?slug=',
    '?slug=nobody-lives-here',
    '?slug=%00',
    '?slug=%3Cb%3E',
    '?slug=../ada',
    `?slug=${'a'.repeat(5000)}`,
    '?Slug=ada',
  ];
  const odd = [
    `${right}&slug=other`,
    `${right}&x=1`,
    `${right}&slug[]=x`,
    `${path}?slug=${slug.toUpperCase()}`,
    `${path}?slug=%22%3E%3Cscript%3E`,
  ];
  return fc.oneof(
    { weight: 9, arbitrary: fc.constant(right) },
    { weight: 1, arbitrary: fc.constantFrom(...wrong.map((q) => path + q), ...odd) },
  );
}
