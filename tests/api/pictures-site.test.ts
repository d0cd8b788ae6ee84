import { newProfile } from '@foyer/domain/new-profile';
import { PICTURE_BYTES_MAX, type Picture, uploadPictureEndpoint } from '@foyer/domain/picture';
import type { Profile } from '@foyer/domain/profile';
import { openGraphImagePath } from '@foyer/web/public-page/open-graph-image';
import { PALETTES } from '@foyer/web/public-page/presets/palettes';
import { Timestamp } from '@google-cloud/firestore';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, someAccount } from '../support/account.ts';
import { openTestCloud } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';
import { somePicture } from '../support/picture-bytes.ts';

/** Pictures as browsers upload and load them: through Hosting, from their own function. */
const { hosting } = emulators();
const cloud = openTestCloud();
let ada: Account;
let slug: string;

const table = () => cloud.tables();

async function publish(profile: Profile): Promise<string> {
  await (await table()).manager(ada.uid).set({ slug, profile, createdAt: Timestamp.now(), updatedAt: Timestamp.now() });
  return openGraphImagePath(slug, profile);
}

async function upload(file: Buffer, headers: Record<string, string> = {}): Promise<{ status: number; body: Picture & { code?: string } }> {
  const answer = await fetch(hosting + uploadPictureEndpoint.path, {
    method: 'POST',
    body: new Uint8Array(file),
    headers: { origin: hosting, authorization: `Bearer ${ada.idToken}`, 'content-type': 'image/png', ...headers },
  });
  return { status: answer.status, body: (await answer.json()) as Picture & { code?: string } };
}

async function picture(path: string) {
  const answer = await fetch(hosting + path, { redirect: 'manual' });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

/** The colour at a position as `#rrggbb`, each channel rounded to JPEG's precision. */
async function colourAt(bytes: Buffer, left: number, top: number): Promise<number[]> {
  return [...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())];
}
const channels = (hex: string) => [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
const near = (one: number[], other: number[]) => one.every((value, index) => Math.abs(value - (other[index] ?? 0)) <= 8);

beforeAll(async () => {
  ada = await someAccount();
  slug = `seen-${process.pid}-${ada.uid.slice(0, 6).toLowerCase()}`;
  await publish(newProfile('Ada Moreau'));
});

describe('a picture', () => {
  test('goes through Hosting to its own function and comes back', async () => {
    const { status, body } = await upload(await somePicture(700, 500).png().toBuffer());
    expect([status, body.width]).toEqual([200, 700]);
    const { headers, bytes, status: found } = await picture(`${body.src}/480.avif`);
    expect([found, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'image/avif',
      'public, max-age=31536000, immutable',
    ]);
    expect((await sharp(bytes).metadata()).width).toBe(480);
  });

  test.each(['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'called %s reaches us as sent',
    async (type) => {
      expect((await upload(await somePicture(100, 80).png().toBuffer(), { 'content-type': type })).status).toBe(200);
      expect((await upload(Buffer.from('{"slug": '), { 'content-type': type })).body.code).toBe('not-a-picture');
    },
  );

  test('that is one byte too large is refused', async () => {
    const { status, body } = await upload(Buffer.alloc(PICTURE_BYTES_MAX + 1));
    expect([status, body.code]).toEqual([413, 'picture-too-heavy']);
  });

  test('is described in the OpenAPI document as a file', async () => {
    const document = (await (await fetch(`${hosting}/api/openapi.json`)).json()) as {
      paths: Record<string, { post: { requestBody: { content: object } } }>;
    };
    expect(document.paths['/api/pictures']?.post.requestBody.content).toMatchObject({ 'image/avif': { schema: { format: 'binary' } } });
  });
});

describe('the preview of a page', () => {
  test('shows its paper, accent and portrait, and other sites may show it for a day', async () => {
    const blue = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#1040f0' } })
      .png()
      .toBuffer();
    const { body: portrait } = await upload(blue);
    const profile = { ...newProfile('Ada Moreau', 'Illustrator of slow things'), portrait };
    const path = await publish(profile);
    const { status, headers, bytes } = await picture(path);
    expect([status, headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(headers.get('cache-control')).toBe('public, max-age=86400, s-maxage=86400');
    expect([headers.get('cross-origin-resource-policy'), headers.get('x-content-type-options')]).toEqual(['cross-origin', 'nosniff']);
    const { width, height, format } = await sharp(bytes).metadata();
    expect([width, height, format]).toEqual([1200, 630, 'jpeg']);
    const { paper } = PALETTES[profile.theme.preset].light;
    expect(near(await colourAt(bytes, 20, 20), channels(paper))).toBe(true);
    expect(near(await colourAt(bytes, 760, 300), channels(profile.theme.accent))).toBe(true);
    expect(near(await colourAt(bytes, 1000, 300), channels('#1040f0'))).toBe(true);
    const again = await picture(path);
    expect(again.bytes.equals(bytes)).toBe(true);
  });

  test('without a portrait, or with one of the examples, is drawn without it', async () => {
    const portrait = { src: '/examples/ada-moreau.svg', width: 640, height: 800, alt: '' };
    for (const profile of [newProfile('Ada Moreau'), { ...newProfile('Ada Moreau'), portrait }]) {
      const { status, bytes } = await picture(await publish(profile));
      expect(status).toBe(200);
      expect(near(await colourAt(bytes, 1190, 20), channels(profile.theme.accent))).toBe(true);
    }
  });

  test.each(['田中さくら', 'ليلى حداد', 'דנה לוי', 'สมชาย', '🌸'])('of %s has the address in its place, and no boxes', async (name) => {
    const theirs = await picture(await publish(newProfile(name)));
    const nobodys = await picture(await publish(newProfile('🦊', name)));
    expect(theirs.status).toBe(200);
    expect(theirs.bytes.equals(nobodys.bytes)).toBe(true);
  });

  test.each(['Анна Каренина', 'Σωκράτης', 'Nguyễn Thị Ánh Tuyết', 'Zoë Łukaszewicz'])('of %s has the name on it', async (name) => {
    const theirs = await picture(await publish(newProfile(name)));
    const nobodys = await picture(await publish(newProfile('🦊')));
    expect([theirs.status, theirs.bytes.equals(nobodys.bytes)]).toEqual([200, false]);
  });

  test('has one address: every other version leads there, and no page has one', async () => {
    const path = await publish(newProfile('Ada Moreau'));
    for (const version of ['00000000', 'ffffffff']) {
      const { status, headers } = await picture(`/pictures/og/${slug}/${version}.jpg`);
      expect([status, headers.get('location'), headers.get('cache-control')]).toEqual([302, path, 'public, max-age=0, s-maxage=30']);
    }
    const others = [
      'nobody-lives-here/00000000.jpg',
      `${slug}/0.jpg`,
      `${slug}/00000000.png`,
      `${slug}.jpg`,
      `${slug.toUpperCase()}/00000000.jpg`,
    ];
    for (const other of others) expect((await picture(`/pictures/og/${other}`)).status).toBe(404);
  });

  test('has a new address exactly when its content changes', async () => {
    const profile = newProfile('Ada Moreau', 'Illustrator');
    const path = openGraphImagePath(slug, profile);
    const changed: Profile[] = [
      { ...profile, name: 'Ada M.' },
      { ...profile, headline: 'Painter' },
      { ...profile, theme: { ...profile.theme, accent: '#112233' } },
      { ...profile, theme: { ...profile.theme, preset: 'studio' } },
      { ...profile, portrait: { src: '/examples/harbour.svg', width: 10, height: 10, alt: '' } },
    ];
    expect(new Set([path, ...changed.map((one) => openGraphImagePath(slug, one))]).size).toBe(6);
    expect(openGraphImagePath(slug, { ...profile, intro: 'Hello', status: 'Away' })).toBe(path);
  });
});
