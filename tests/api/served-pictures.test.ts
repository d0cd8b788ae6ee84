import { createPicturesApp } from '@foyer/functions/create-pictures-app';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { somePicture } from '../support/picture-bytes.ts';
import { fileOf, somePicturePerson } from '../support/picture-person.ts';

const cloud = openTestCloud();
const app = createPicturesApp(cloud);
/** The names requested from the bucket. */
const asked: string[] = [];
let address: string;

beforeAll(async () => {
  const ada = await somePicturePerson(cloud);
  address = fileOf((await ada.upload(await somePicture().jpeg().toBuffer())).picture, 'avif');
  const bucket = await cloud.bucket();
  const file = bucket.file.bind(bucket);
  bucket.file = (name, options) => {
    asked.push(name);
    return file(name, options);
  };
});

const HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()'),
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};

describe('a picture is served', () => {
  test.each(['GET', 'HEAD'])('to everyone for a year, with these headers and no others (%s)', async (method) => {
    const answer = await app.request(address, { method });
    expect([answer.status, Object.fromEntries(answer.headers)]).toEqual([
      200,
      { ...HEADERS, 'content-type': 'image/avif', 'cache-control': 'public, max-age=31536000, immutable' },
    ]);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.toString('latin1', 4, 12)).toBe(method === 'HEAD' ? '' : 'ftypavif');
  });

  test('with the type of its name', async () => {
    expect((await app.request(address.replace('.avif', '.webp'))).headers.get('content-type')).toBe('image/webp');
  });

  test('the same with any cookie or token', async () => {
    const plain = Buffer.from(await (await app.request(address)).arrayBuffer());
    const answer = await app.request(address, {
      headers: { cookie: '__session=x', authorization: 'Bearer x', origin: 'https://evil.example' },
    });
    expect(answer.headers.get('vary')).toBeNull();
    expect(Buffer.from(await answer.arrayBuffer()).equals(plain)).toBe(true);
  });
});

describe('nothing is at', () => {
  const HASH = '0'.repeat(32);
  const SOME = `/pictures/somebody/${HASH}`;

  test.each([
    '/pictures',
    '/pictures/',
    '/pictures/somebody',
    SOME,
    `${SOME}/`,
    `${SOME}/480`,
    `${SOME}/480.svg`,
    `${SOME}/480.avif/`,
    `${SOME}/480.avif/more`,
    `${SOME}/480.AVIF`,
    `${SOME}/480.avif%00`,
    `${SOME}/480.avif%2f`,
    `${SOME}/480%2eavif`,
    `${SOME}/0.avif`,
    `${SOME}/63.avif`,
    `${SOME}/1601.avif`,
    `${SOME}/99999.avif`,
    `${SOME}/0480.avif`,
    `${SOME}/-480.avif`,
    `${SOME}/480.0.avif`,
    `${SOME}/1e3.avif`,
    `${SOME}/ 480.avif`,
    `${SOME}/٤٨٠.avif`,
    `/pictures/somebody/${HASH.slice(1)}/480.avif`,
    `/pictures/somebody/${HASH}0/480.avif`,
    `/pictures/somebody/${HASH.replace('0', 'G')}/480.avif`,
    `/pictures/somebody/${'0'.repeat(31)}A/480.avif`,
    `/pictures//${HASH}/480.avif`,
    `/pictures/some.body/${HASH}/480.avif`,
    `/pictures/some%2fbody/${HASH}/480.avif`,
    `/pictures/${'x'.repeat(129)}/${HASH}/480.avif`,
    `/pictures/../pictures/../${HASH}/480.avif`,
    `/pictures/%2e%2e/${HASH}/480.avif`,
    `/pictures/..%2f..%2fetc/${HASH}/480.avif`,
    `/pictures/..%5c..%5c/${HASH}/480.avif`,
    `/pictures/somebody/%252e%252e/480.avif`,
    `//pictures/somebody/${HASH}/480.avif`,
    `/x/pictures/somebody/${HASH}/480.avif`,
    `/Pictures/somebody/${HASH}/480.avif`,
    '/pictures/__proto__/constructor/480.avif',
  ])('%s, and the bucket is not asked', async (path) => {
    asked.length = 0;
    const answer = await app.request(path);
    expect([answer.status, answer.headers.get('cache-control'), await answer.text()]).toEqual([
      404,
      'public, max-age=0, s-maxage=30',
      'There is nothing at this address.',
    ]);
    expect(asked).toEqual([]);
  });

  test.each(['480.avif', '64.webp', '1600.webp'])('an address where a %s could be, for half a minute', async (name) => {
    asked.length = 0;
    const answer = await app.request(`${SOME}/${name}`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'public, max-age=0, s-maxage=30']);
    expect(asked).toEqual([`pictures/somebody/${HASH}/${name}`]);
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('the address of a picture for %s', async (method) => {
    expect((await app.request(address, { method })).status).toBe(404);
  });
});

test('a failing bucket is reported only in the log, and the answer is not cached', async () => {
  const broken = openTestCloud({ bucket: () => Promise.reject(new Error('bucket name and key')) });
  const answer = await createPicturesApp(broken).request(address);
  expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('retry-after')]).toEqual([503, 'no-store', '5']);
  expect(await answer.text()).not.toMatch(/bucket|key|Error/);
});
