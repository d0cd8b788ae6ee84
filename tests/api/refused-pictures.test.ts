import { PICTURE_BYTES_MAX, PICTURES_MAX } from '@foyer/domain/picture';
import { PROBLEMS, type ProblemCode } from '@foyer/domain/problem';
import { createApp } from '@foyer/functions/app';
import { createPicturesApp } from '@foyer/functions/create-pictures-app';
import { Timestamp } from '@google-cloud/firestore';
import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ORIGIN, openTestCloud, someManager } from '../support/cloud.ts';
import {
  beforeScan,
  blackPng,
  frames,
  movingPng,
  pngWith,
  somePicture,
  spoilt,
  webpOfOneFrame,
  withScans,
} from '../support/picture-bytes.ts';
import { fileOf, type PicturePerson, somePicturePerson } from '../support/picture-person.ts';
import { Visitor } from '../support/visitor.ts';
import { visitorIdToken } from '../support/visitor-account.ts';

const cloud = openTestCloud();
let ada: PicturePerson;

beforeAll(async () => {
  ada = await somePicturePerson(cloud);
});
beforeEach(() => {
  cloud.advance(10 * 60_000);
  cloud.operations.reset();
});

const cut = async (file: Promise<Buffer>, part: number) => {
  const whole = await file;
  return whole.subarray(0, Math.floor(whole.length * part));
};
const photo = () => somePicture().jpeg({ quality: 95 }).toBuffer();
const noise = () =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: '#abc', noise: { type: 'gaussian', mean: 128, sigma: 40 } } })
    .jpeg()
    .toBuffer();
const insert = (file: Buffer, at: number, hex: string) => Buffer.concat([file.subarray(0, at), Buffer.from(hex, 'hex'), file.subarray(at)]);
const formats = ['jpeg', 'png', 'webp', 'avif'] as const;

const FILES: [string, ProblemCode, () => Buffer | Promise<Buffer>][] = [
  ['nothing at all', 'not-a-picture', () => Buffer.alloc(0)],
  ['three bytes', 'not-a-picture', () => Buffer.from('abc')],
  ['a text', 'not-a-picture', () => Buffer.from('Good morning')],
  ['a page', 'not-a-picture', () => Buffer.from('<!doctype html><img src=x onerror=alert(1)>')],
  [
    'a drawing',
    'not-a-picture',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><script>alert(1)</script></svg>'),
  ],
  ['a drawing with a declaration', 'not-a-picture', () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a PDF', 'not-a-picture', () => Buffer.from('%PDF-1.7\n1 0 obj')],
  ['a TIFF', 'not-a-picture', () => somePicture(100, 100).tiff().toBuffer()],
  ['an archive', 'not-a-picture', () => Buffer.from('PK\x03\x04\x14\x00')],
  ['a video in the box of an AVIF', 'not-a-picture', () => Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2', 'latin1')],
  ['a GIF of one frame', 'not-a-picture', () => somePicture(100, 100).gif().toBuffer()],
  ['the beginning of a GIF', 'not-a-picture', () => Buffer.from('GIF89a')],
  ['a GIF of two pages', 'picture-moves', () => frames().gif().toBuffer()],
  ['a WebP of two pages', 'picture-moves', () => frames().webp().toBuffer()],
  ['a PNG that moves', 'picture-moves', async () => movingPng(await somePicture(100, 100).png().toBuffer())],
  [
    'an AVIF that moves',
    'picture-moves',
    async () => Buffer.from((await somePicture(99, 99).avif().toBuffer()).toString('latin1').replace('ftypavif', 'ftypavis'), 'latin1'),
  ],
  ['a bomb of 30,000 × 30,000 pixels in 110 kB', 'picture-too-large', () => blackPng(30_000, 30_000)],
  ['one row of pixels more than 24 million', 'picture-too-large', () => blackPng(6000, 4001)],
  ['one pixel in height and a million in width', 'picture-too-small', () => blackPng(1_000_000, 1)],
  ['a side of 63 pixels', 'picture-too-small', () => blackPng(63, 500)],
  ['a strip that would be 16 pixels wide', 'picture-too-narrow', () => blackPng(64, 24_000)],
  ['100 by 12,000 pixels', 'picture-too-narrow', () => blackPng(100, 12_000)],
  ['a strip that would be 63 pixels high', 'picture-too-narrow', () => blackPng(3200, 126)],
  [
    'a strip that its camera turned',
    'picture-too-narrow',
    async () => somePicture(12_000, 100).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
  ],
  ['a JPEG with zeros in its data', 'picture-broken', async () => spoilt(await noise(), 0.5, 3000)],
  ['a JPEG with zeros in its data and odd scans', 'picture-broken', async () => withScans(spoilt(await noise(), 0.5, 3000), 0, 0, 0)],
  ['half a JPEG with an end', 'picture-broken', async () => Buffer.concat([await cut(photo(), 0.5), Buffer.from('ffd9', 'hex')])],
  [
    'half a progressive JPEG with an end',
    'picture-broken',
    async () => Buffer.concat([await cut(somePicture().jpeg({ progressive: true }).toBuffer(), 0.3), Buffer.from('ffd9', 'hex')]),
  ],
  ['a PNG with zeros in its data', 'picture-broken', async () => spoilt(await somePicture().png().toBuffer(), 0.6)],
  [
    'a JPEG of twelve bits',
    'not-a-picture',
    async () => {
      const file = await photo();
      file[file.indexOf('ffc0', 0, 'hex') + 4] = 12;
      return file;
    },
  ],
  [
    'the beginning of a JPEG and a drawing',
    'picture-broken',
    () => Buffer.from('\xff\xd8\xff<svg xmlns="http://www.w3.org/2000/svg"/>', 'latin1'),
  ],
  ['the beginning of a PNG and nothing', 'picture-broken', () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
  ...formats.flatMap((format) =>
    [0.02, 0.3, 0.7, 0.99].map((part): [string, ProblemCode, () => Promise<Buffer>] => [
      `a ${format} that ends after ${part * 100} %`,
      'picture-broken',
      () => cut(somePicture()[format]().toBuffer(), part),
    ]),
  ),
];

describe('a file is refused', () => {
  test.each(FILES)('%s: %s', async (_, code, make) => {
    const file = await make();
    for (const type of ['image/jpeg', 'image/png']) {
      const answer = await ada.upload(file, { 'content-type': type });
      expect([answer.status, answer.code]).toEqual([PROBLEMS[code], code]);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
    }
    expect(cloud.operations.writes).toBe(0);
  });

  test('and its twin of 24 million pixels, at least 64 per side, is stored', async () => {
    expect(await ada.upload(blackPng(6000, 4000))).toMatchObject({ status: 200, picture: { width: 1600, height: 1067 } });
    expect(await ada.upload(blackPng(64, 500))).toMatchObject({ status: 200, picture: { width: 64, height: 500 } });
  });
});

describe('a file that browsers show is stored', () => {
  const FILES: [string, () => Promise<Buffer>][] = [
    ['a JPEG whose scan ends at its first coefficient', async () => withScans(await photo(), 0, 0, 0)],
    ['a JPEG whose scan begins elsewhere', async () => withScans(await photo(), 7, 9, 0x11)],
    ['a JPEG with an unknown colour transform', async () => insert(await photo(), 2, 'ffee000e41646f626500640000000007')],
    ['a JPEG with bytes before its scan', async () => beforeScan(await photo(), [1, 2, 3, 4])],
    ['a JPEG with fill bytes', async () => beforeScan(await photo(), [0xff, 0xff])],
    ['a JPEG with text behind it', async () => Buffer.concat([await photo(), Buffer.from('more')])],
    ['a progressive JPEG', () => somePicture().jpeg({ progressive: true }).toBuffer()],
    ['a PNG with a broken profile', async () => pngWith(await somePicture().png().toBuffer(), 'iCCP', Buffer.from('x\0\0junk'))],
    ['a PNG that moves in one frame', async () => movingPng(await somePicture().png().toBuffer(), 1)],
    [
      'a PNG with a word about movement',
      async () => pngWith(await somePicture().png().toBuffer(), 'tEXt', Buffer.from('a\0acTL\0\0\0\u0039')),
    ],
    ['a WebP that moves in one frame', async () => webpOfOneFrame(await somePicture(200, 100).webp().toBuffer(), 200, 100)],
    ['128 by 12,000 pixels', async () => blackPng(128, 12_000)],
  ];

  test.each(FILES)('%s', async (_, make) => {
    const answer = await ada.upload(await make());
    expect([answer.status, answer.code]).toEqual([200, undefined]);
  });
});

describe('a file of more than 10 MB', () => {
  const beyond = (file: Buffer) => Buffer.concat([file, Buffer.alloc(PICTURE_BYTES_MAX + 1 - file.length)]);

  test('is refused, and its twin of one byte less stored', async () => {
    const file = beyond(await somePicture().jpeg().toBuffer());
    const answer = await ada.upload(file);
    expect([answer.status, answer.code]).toEqual([413, 'picture-too-heavy']);
    expect((await ada.upload(file.subarray(0, -1))).status).toBe(200);
  });

  test.each(['', '100', '10000001', '99999999'])(
    'is abandoned when waiting for its end is pointless, though it declares %j',
    async (length) => {
      let sent = 0;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.enqueue(new Uint8Array(1_000_000));
          sent += 1_000_000;
        },
      });
      expect((await ada.upload(body, { 'content-length': length })).code).toBe('picture-too-heavy');
      expect(sent).toBeLessThanOrEqual(46_000_000);
    },
  );
});

describe('no one uploads a picture', () => {
  const body = new ReadableStream<Uint8Array>(
    { pull: () => Promise.reject(new Error('this body must not be read')) },
    { highWaterMark: 0 },
  );

  test.each([
    ['without signing in', { authorization: '' }, 401, 'signed-out'],
    ['with a word for a token', { authorization: 'Bearer word' }, 401, 'signed-out'],
    ['from another site', { origin: 'https://evil.example' }, 403, 'foreign-origin'],
    ['from nowhere', { origin: '' }, 403, 'foreign-origin'],
    ['from another site that calls itself ours', { 'sec-fetch-site': 'cross-site' }, 403, 'foreign-origin'],
  ] as const)('%s', async (_, headers, status, code) => {
    const answer = await ada.upload(body, headers);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(cloud.operations).toMatchObject({ reads: 0, writes: 0 });
  });

  test("with a visitor's token", async () => {
    const { slug } = await someManager(cloud);
    const { body: opened } = await new Visitor(createApp(cloud).request).start(slug);
    const answer = await ada.upload(body, { authorization: `Bearer ${await visitorIdToken(opened.token)}` });
    expect([answer.status, answer.code]).toEqual([401, 'signed-out']);
  });

  test('without a page', async () => {
    const answer = await (await somePicturePerson(cloud, { hasPage: false })).upload(body);
    expect([answer.status, answer.code]).toEqual([404, 'no-page']);
  });

  test('from outside the app, if App Check is required', async () => {
    const strict = openTestCloud({ config: { ...cloud.config, appCheckKey: 'key' } });
    expect((await ada.at(strict).upload(body)).code).toBe('not-the-app');
  });

  test('while the site accepts nothing', async () => {
    const breaker = (await cloud.tables()).breaker();
    await breaker.set({ mode: 'read-only' });
    const answer = await ada.at(openTestCloud()).upload(body);
    await breaker.delete();
    expect([answer.status, answer.code]).toEqual([503, 'sending-paused']);
  });

  test('by another method, or at another address below it', async () => {
    const app = createPicturesApp(cloud);
    const ask = async (method: string, path: string) => {
      const answer = await app.request(path, { method, headers: { origin: ORIGIN } });
      return [answer.status, answer.headers.get('allow')];
    };
    expect(await ask('GET', '/api/pictures')).toEqual([405, 'POST']);
    expect(await ask('PUT', '/api/pictures')).toEqual([405, 'POST']);
    expect(await ask('POST', '/api/pictures/one')).toEqual([404, null]);
  });
});

describe('a manager', () => {
  test('with 200 pictures can upload no more, and gets the existing ones', async () => {
    const ines = await somePicturePerson(cloud);
    const file = await somePicture().jpeg().toBuffer();
    const first = await ines.upload(file);
    const table = await cloud.tables();
    const at = Timestamp.now();
    const filler = { bytes: 1, width: 64, height: 64, blur: null, createdAt: at, unusedSince: null };
    const batch = table.batch();
    for (let count = 2; count < PICTURES_MAX; count++) batch.set(table.picture(ines.managerId, `${count}`.padStart(32, '0')), filler);
    await batch.commit();
    const last = await ines.upload(await somePicture().jpeg().toBuffer());
    const beyond = await ines.upload(await somePicture().jpeg().toBuffer());
    expect([last.status, beyond.status, beyond.code]).toEqual([200, 409, 'too-many-pictures']);
    expect((await ines.upload(file)).picture).toEqual(first.picture);
  });

  test('who uploads a hundred simultaneously must wait, and delays no one else for long', async () => {
    const stopped = openTestCloud();
    const [ines, other] = [await somePicturePerson(stopped), await somePicturePerson(stopped)];
    stopped.stopClock();
    const answers = await Promise.all(Array.from({ length: 100 }, () => ines.upload(Buffer.from('no picture'))));
    const codes = Map.groupBy(answers, ({ code }) => code);
    expect([...codes.keys()].sort()).toEqual(['busy', 'not-a-picture', 'too-fast'].filter((code) => codes.has(code as ProblemCode)));
    expect(codes.get('too-fast')?.length).toBeGreaterThanOrEqual(59);
    expect(answers.filter(({ status }) => status === 429 || status === 503).every(({ headers }) => headers.has('retry-after'))).toBe(true);
    expect((await other.upload(await somePicture().jpeg().toBuffer())).status).toBe(200);
  });

  test('who uploads four pictures simultaneously has three processed, one at a time', async () => {
    const ines = await somePicturePerson(cloud);
    const files = await Promise.all(Array.from({ length: 4 }, () => somePicture().jpeg().toBuffer()));
    const answers = await Promise.all(files.map((file) => ines.upload(file)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 503]);
    const left = files[answers.findIndex(({ code }) => code === 'busy')] as Buffer;
    expect((await ines.upload(left)).status).toBe(200);
  });
});

describe('an interrupted upload', () => {
  test('on its way into the bucket can be repeated immediately', async () => {
    const broken = openTestCloud();
    const bucket = await broken.bucket();
    const file = bucket.file.bind(bucket);
    let left = 2;
    bucket.file = (name) => {
      if (left-- <= 0) throw new Error('the bucket is away');
      return file(name);
    };
    const ines = await somePicturePerson(cloud);
    const picture = await somePicture().jpeg().toBuffer();
    const first = await ines.at(broken).upload(picture);
    expect([first.status, first.code]).toEqual([500, 'internal']);
    const strays = await (await cloud.tables()).strays().where('managerId', '==', ines.managerId).get();
    expect(strays.docs.map((stray) => stray.data().isLeaving)).toEqual([false]);
    const second = await ines.upload(picture);
    expect(second.status).toBe(200);
    expect((await ines.get(fileOf(second.picture, 'avif'))).status).toBe(200);
    expect((await strays.docs[0]?.ref.get())?.exists).toBe(false);
  });
});
