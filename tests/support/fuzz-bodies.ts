import fc from 'fast-check';
import { words } from './naughty/lists.ts';
import { NAUGHTY_STRINGS } from './naughty-strings.ts';

export interface HostileBody {
  /** How it was generated, for a report. */
  kind: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

type Json = Record<string, unknown>;

const JSON_TYPE = 'application/json';
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
const body = (kind: string, text: string, type = JSON_TYPE): HostileBody => ({ kind, type, bytes: utf8(text) });

/** Values that are no text, or only look like one. Numbers that JSON cannot express are inserted as raw text later. */
const WRONG_VALUES: readonly unknown[] = [
  ...[null, true, false, 0, -0, -1, 1.5, 2 ** 53, 1e308],
  ...[[], {}, [[]], [''], { $gt: '' }, { toString: 'x' }, { length: 1 }, { '': '' }, Array(1000).fill(0)],
  ...['', ' ', '\u0000', '__proto__', 'constructor', 'x'.repeat(5000)],
];
const wrongValue = fc.oneof(
  fc.constantFrom(...WRONG_VALUES),
  fc.constantFrom(...NAUGHTY_STRINGS.map(({ text }) => text)),
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ unit: 'binary', maxLength: 100 }),
);

/** Raw text in place of a value: numbers out of range, half characters, and syntax that only other JSON dialects accept. */
const RAW_VALUES = [
  ...words('1e400 -1e400 1E+9999 1e-9999 -0 NaN Infinity -Infinity undefined 0x10 01 +1 .5 1. /x/ [,] {,} [1,] // "x `x`'),
  ...words('"\\ud800" "\\udc00\\ud800" "\\u0000" "\\x00" "\\uD83D\\uDE00" "\\u202e" \\u0022 "\\u{61}" "\\ \\"'),
  ...[
    '9'.repeat(400),
    '0.'.padEnd(300, '1'),
    '"\t"',
    '"\n"',
    '{"__proto__":{"polluted":1}}',
    '{"constructor":{"prototype":{"polluted":1}}}',
  ],
];

const KEYS = [
  ...words('__proto__ constructor prototype toString hasOwnProperty __defineGetter__ $where Text'),
  ...['', ' ', 'text ', 'text\u0000', '\ud800'],
];

/** A valid body with one to three fields changed, removed or added. */
function mutated(valid: Json): fc.Arbitrary<HostileBody> {
  const name = fc.constantFrom(...Object.keys(valid), ...KEYS);
  const change = fc.oneof(fc.record({ name, value: wrongValue }), fc.record({ name }));
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const fields = new Map(Object.entries(valid));
    for (const { name, ...rest } of changes) {
      if ('value' in rest) fields.set(name, rest.value);
      else fields.delete(name);
    }
    return body('a field changed', objectText(fields));
  });
}

/** Builds the text directly, so `__proto__` is a key like any other. */
function objectText(fields: Iterable<readonly [string, unknown]>): string {
  return `{${[...fields].map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value) ?? 'null'}`).join(',')}}`;
}

function rawValue(valid: Json): fc.Arbitrary<HostileBody> {
  return fc.record({ name: fc.constantFrom(...Object.keys(valid)), raw: fc.constantFrom(...RAW_VALUES) }).map(({ name, raw }) => {
    const fields = Object.entries(valid).map(([key, value]) => `${JSON.stringify(key)}:${key === name ? raw : JSON.stringify(value)}`);
    return body('a raw value', `{${fields.join(',')}}`);
  });
}

function broken(valid: Json): fc.Arbitrary<HostileBody> {
  const text = JSON.stringify(valid);
  const place = fc.nat(text.length);
  return fc.oneof(
    place.map((end) => body('cut', text.slice(0, end))),
    fc
      .record({ place, junk: fc.string({ unit: 'binary', maxLength: 8 }) })
      .map(({ place: at, junk }) => body('junk inside', text.slice(0, at) + junk + text.slice(at))),
    fc.constantFrom(...Object.keys(valid)).map((name) => body('a key twice', text.replace(/^\{/, `{${JSON.stringify(name)}:7,`))),
    fc.constantFrom(...Object.keys(valid)).map((name) => body('a key twice', text.replace(/\}$/, `,${JSON.stringify(name)}:{"x":[]}}`))),
    fc
      .constantFrom('\ufeff', '\ufeff\ufeff', ' \n\t', '\u00a0', 'for(;;);', ")]}',\n")
      .map((before) => body('something before', before + text)),
    fc.constantFrom('\u0000', ';', '{}', text, '//', '\u2028', '\ufeff').map((after) => body('something after', text + after)),
    fc.constantFrom('[%]', '[[%]]', '"%"', '{"body":%}', '(%)', '%,%').map((shape) =>
      body(
        'wrapped',
        shape.replaceAll('%', () => text),
      ),
    ),
  );
}

/** Up to a hundred thousand levels, closed or not, alone or as a field. */
function deep(valid: Json): fc.Arbitrary<HostileBody> {
  const name = fc.constantFrom(...Object.keys(valid), 'x');
  const depth = fc.constantFrom(10, 1000, 5000, 15_000, 16_000, 32_000, 100_000);
  const pair = fc.constantFrom(['[', ']'], ['{"a":', '}'], ['[{"__proto__":', '}]']);
  return fc.record({ name, depth, pair, isClosed: fc.boolean(), isAlone: fc.boolean() }).map(({ name, depth, pair, isClosed, isAlone }) => {
    const [open = '', close = ''] = pair;
    const nest = open.repeat(depth) + (isClosed ? `1${close.repeat(depth)}` : '');
    return body(`${depth} deep`, isAlone ? nest : `{${JSON.stringify(name)}:${nest}}`);
  });
}

/** Very many keys, up to the maximum size and beyond. */
const wide: fc.Arbitrary<HostileBody> = fc
  .record({ count: fc.constantFrom(100, 1000, 3000, 4000, 20_000), same: fc.boolean() })
  .map(({ count, same }) =>
    body(`${count} keys`, `{${Array.from({ length: count }, (_, index) => `"${same ? 'k' : index}":0`).join(',')}}`),
  );

function heavy(valid: Json, bodyMax: number): fc.Arbitrary<HostileBody> {
  const text = JSON.stringify(valid);
  const room = bodyMax - utf8(text).length;
  return fc.constantFrom(0, 1, bodyMax).map((beyond) => body(`${beyond} bytes beyond the weight`, text + ' '.repeat(room + beyond)));
}

function encoded(valid: Json): fc.Arbitrary<HostileBody> {
  const text = JSON.stringify({ ...valid, x: 'ÄÖÜ😀' });
  const little = Buffer.from(text, 'utf16le');
  const ENCODINGS: [string, Uint8Array][] = [
    ['UTF-16LE', little],
    ['UTF-16LE with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), little])],
    ['UTF-16BE', Buffer.from(little).swap16()],
    ['Latin-1', Buffer.from(text, 'latin1')],
    ['base64', Buffer.from(Buffer.from(text).toString('base64'))],
    ['overlong UTF-8', Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')])],
    ['a surrogate in UTF-8', Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')])],
  ];
  const types = fc.constantFrom(
    JSON_TYPE,
    JSON_TYPE,
    `${JSON_TYPE}; charset=utf-8`,
    `${JSON_TYPE}; charset=utf-16`,
    `${JSON_TYPE};x=y`,
    'text/json',
    'application/ld+json',
    '*/*',
  );
  return fc.oneof(
    fc
      .record({ encoding: fc.constantFrom(...ENCODINGS), type: types })
      .map(({ encoding: [kind, bytes], type }) => ({ kind, type, bytes: new Uint8Array(bytes) })),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => ({ kind: 'random bytes', type: JSON_TYPE, bytes: new Uint8Array(bytes) })),
  );
}

function mistyped(valid: Json): fc.Arbitrary<HostileBody> {
  return fc
    .constantFrom('text/json', 'text/plain', 'application/ld+json', '*/*', `${JSON_TYPE}; charset=utf-16`)
    .map((type) => body(`as ${type}`, JSON.stringify(valid), type));
}

const anything: fc.Arbitrary<HostileBody> = fc.oneof(
  fc.json({ maxDepth: 6 }).map((text) => body('any JSON', text)),
  fc.string({ unit: 'binary' }).map((text) => body('any text', text.toWellFormed())),
);

export function rightBody(valid: object): HostileBody {
  return body('nothing wrong', JSON.stringify(valid));
}

/** At most `bodyMax` bytes, mostly close to `valid`, because others are refused at first sight. */
export function hostileBodies(valid: Json, bodyMax: number): fc.Arbitrary<HostileBody> {
  return fc.oneof(
    { weight: 6, arbitrary: mutated(valid) },
    { weight: 3, arbitrary: rawValue(valid) },
    { weight: 4, arbitrary: broken(valid) },
    { weight: 1, arbitrary: deep(valid) },
    { weight: 1, arbitrary: wide },
    { weight: 2, arbitrary: encoded(valid) },
    { weight: 2, arbitrary: mistyped(valid) },
    { weight: 2, arbitrary: heavy(valid, bodyMax) },
    { weight: 2, arbitrary: anything },
  );
}
