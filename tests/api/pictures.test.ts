import { PICTURE_FORMATS, Picture, widthsOf } from '@foyer/domain/picture';
import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { somePicture } from '../support/picture-bytes.ts';
import { fileOf, type PicturePerson, somePicturePerson } from '../support/picture-person.ts';

const cloud = openTestCloud();
let ada: PicturePerson;

beforeAll(async () => {
  ada = await somePicturePerson(cloud);
});
// Tests that run one after the other must not count as a flood.
beforeEach(() => cloud.advance(10 * 60_000));

/** All files of an upload, decoded. */
async function kept(file: Buffer, headers?: Record<string, string>) {
  const { status, picture, code } = await ada.upload(file, headers);
  expect([status, code]).toEqual([200, undefined]);
  const files = await Promise.all(
    PICTURE_FORMATS.flatMap((format) =>
      widthsOf(picture.width).map(async (width) => {
        const { bytes } = await ada.get(fileOf(picture, format, width));
        return { format, width, bytes, header: await sharp(bytes).metadata() };
      }),
    ),
  );
  return { picture, files };
}

/** The colour at a position of a picture, each channel from 0 to 255. */
async function colourAt(bytes: Buffer, left: number, top: number): Promise<number[]> {
  return [...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())];
}

describe("a manager's upload", () => {
  test('is stored in three widths and two formats, with a placeholder of a few pixels', async () => {
    const { picture, files } = await kept(await somePicture(2000, 1000).jpeg().toBuffer());
    expect(Picture.parse(picture)).toEqual(picture);
    expect(picture).toMatchObject({ width: 1600, height: 800, alt: '', src: expect.stringContaining(`/pictures/${ada.managerId}/`) });
    expect(files.map(({ format, width, header }) => [format, width, header.format, header.width, header.height])).toEqual([
      ['avif', 480, 'heif', 480, 240],
      ['avif', 960, 'heif', 960, 480],
      ['avif', 1600, 'heif', 1600, 800],
      ['webp', 480, 'webp', 480, 240],
      ['webp', 960, 'webp', 960, 480],
      ['webp', 1600, 'webp', 1600, 800],
    ]);
    const blur = await sharp(Buffer.from(picture.blur?.split(',')[1] ?? '', 'base64')).metadata();
    expect([blur.format, blur.width, blur.height]).toEqual(['webp', 12, 6]);
    expect(picture.blur?.length).toBeLessThan(300);
  });

  test('is never enlarged', async () => {
    const { picture, files } = await kept(await somePicture(300, 200).png().toBuffer());
    expect([picture.width, picture.height]).toEqual([300, 200]);
    expect(files.map(({ header }) => header.width)).toEqual([300, 300]);
    expect((await ada.get(fileOf(picture, 'avif', 480))).status).toBe(404);
  });

  test('of any height fits the limits of a page', async () => {
    const { picture } = await kept(await somePicture(700, 14_000).jpeg().toBuffer());
    expect([picture.width, picture.height]).toEqual([300, 6000]);
  });

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('may be a %s, whatever its name and Content-Type say', async (format) => {
    for (const type of ['image/gif', 'text/html', '']) {
      const file = await somePicture(100, 80)[format]().toBuffer();
      expect((await kept(file, { 'content-type': type })).picture.width).toBe(100);
    }
  });

  test('is stored upright, even if the camera lay on its side', async () => {
    const lying = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#00f' } })
      .composite([{ input: { create: { width: 200, height: 200, channels: 3, background: '#f00' } }, left: 0, top: 0 }])
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { picture, files } = await kept(lying);
    expect([picture.width, picture.height]).toEqual([200, 400]);
    for (const { bytes, header } of files) {
      expect(header.orientation).toBeUndefined();
      const [top, bottom] = [await colourAt(bytes, 100, 50), await colourAt(bytes, 100, 350)];
      expect(top[0]).toBeGreaterThan(230);
      expect(bottom[2]).toBeGreaterThan(230);
    }
  });

  test('reveals nothing about where, when and with what it was made', async () => {
    const file = await somePicture()
      .jpeg()
      .withExif({
        IFD0: { Copyright: 'MARK-COPYRIGHT', Make: 'MARK-CAMERA' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 30/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '13/1 24/1 0/1' },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>MARK-XMP</note></x:xmpmeta>')
      .toBuffer();
    expect(file.includes('MARK-COPYRIGHT') && file.includes('MARK-XMP')).toBe(true);
    expect((await sharp(file).metadata()).exif).toBeDefined();
    const { files } = await kept(file);
    for (const { bytes, header } of files) {
      expect(bytes.includes('MARK-')).toBe(false);
      expect([header.exif, header.xmp, header.iptc, header.icc]).toEqual([undefined, undefined, undefined, undefined]);
    }
  });

  test('keeps its colours without its profile', async () => {
    const red = sharp({ create: { width: 200, height: 200, channels: 3, background: '#dc2828' } });
    const wide = await red.withIccProfile('p3').png().toBuffer();
    const stored = await sharp(wide, { ignoreIcc: true }).extract({ left: 9, top: 9, width: 1, height: 1 }).raw().toBuffer();
    expect(Math.abs((stored[0] ?? 0) - 0xdc)).toBeGreaterThan(8);
    const { files } = await kept(wide);
    for (const { bytes } of files) {
      const colour = await colourAt(bytes, 100, 100);
      for (const [channel, value] of [0xdc, 0x28, 0x28].entries()) expect(Math.abs((colour[channel] ?? 0) - value)).toBeLessThanOrEqual(6);
    }
  });

  test('may be grey, CMYK, or of sixteen bits', async () => {
    const pictures = [
      await somePicture().greyscale().jpeg().toBuffer(),
      await somePicture().toColourspace('cmyk').jpeg().toBuffer(),
      await somePicture().toColourspace('rgb16').png().toBuffer(),
    ];
    for (const file of pictures) expect((await kept(file)).files.map(({ header }) => header.space)).toEqual(Array(4).fill('srgb'));
  });

  test('stays transparent, and then has no placeholder that would shine through', async () => {
    const glass = { width: 200, height: 200, channels: 4, background: { r: 10, g: 200, b: 30, alpha: 0.5 } } as const;
    const { picture, files } = await kept(await sharp({ create: glass }).png().toBuffer());
    expect(picture).not.toHaveProperty('blur');
    for (const { bytes, header } of files) {
      expect(header.hasAlpha).toBe(true);
      expect(Math.abs(((await colourAt(bytes, 50, 50))[3] ?? 0) - 128)).toBeLessThanOrEqual(3);
    }
    const opaque = await kept(await somePicture().ensureAlpha().png().toBuffer());
    expect(opaque.picture.blur).toBeDefined();
    expect(opaque.files[0]?.header.hasAlpha).toBe(false);
  });

  test('loses everything else hidden in its file', async () => {
    const jpeg = await somePicture().jpeg().toBuffer();
    const comment = Buffer.concat([
      jpeg.subarray(0, 2),
      Buffer.from([0xff, 0xfe, 0, 27]),
      Buffer.from('<script>MARK()</script>xx'),
      jpeg.subarray(2),
    ]);
    const polyglots = [
      Buffer.concat([jpeg, Buffer.from('<html><script>MARK()</script></html>')]),
      Buffer.concat([jpeg, Buffer.from('PK\x03\x04MARK.exe')]),
      comment,
      Buffer.concat([await somePicture().png().toBuffer(), Buffer.from('%PDF-1.7 MARK')]),
      Buffer.concat([await somePicture().webp().toBuffer(), Buffer.from('<svg onload="MARK()"/>')]),
    ];
    for (const file of polyglots) {
      expect(file.includes('MARK')).toBe(true);
      for (const { bytes } of (await kept(file)).files) expect(bytes.includes('MARK')).toBe(false);
    }
  });
});

describe('the same file', () => {
  test('uploaded again is the same picture: nothing is made, stored or written', async () => {
    const file = await somePicture().jpeg().toBuffer();
    const first = await ada.upload(file);
    const bucket = await cloud.bucket();
    const listed = async () =>
      (await bucket.getFiles({ prefix: first.picture.src.slice(1) }))[0].map(({ metadata }) => metadata.generation);
    const before = await listed();
    cloud.operations.reset();
    const second = await ada.upload(file, { 'content-type': 'image/png' });
    expect(second.picture).toEqual(first.picture);
    expect(cloud.operations).toMatchObject({ reads: 2, writes: 0 });
    expect(await listed()).toEqual(before);
    expect(before).toHaveLength(4);
  });

  test('uploaded twice simultaneously is made once', async () => {
    const file = await somePicture().jpeg().toBuffer();
    cloud.operations.reset();
    const answers = await Promise.all([ada.upload(file), ada.upload(file)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.picture).toEqual(answers[1]?.picture);
    // The mark, and then the document in its place.
    expect(cloud.operations.writes).toBe(3);
  });

  test('uploaded by two managers is a picture of each', async () => {
    const ines = await somePicturePerson(cloud);
    const file = await somePicture().jpeg().toBuffer();
    const [hers, other] = [await ada.upload(file), await ines.upload(file)];
    expect(hers.picture.src).not.toBe(other.picture.src);
    expect(other.picture.src).toContain(ines.managerId);
  });

  test('uploaded at two instances simultaneously is stored by the first', async () => {
    const file = await somePicture().jpeg().toBuffer();
    const here = await somePicturePerson(cloud);
    const there = here.at(openTestCloud());
    const answers = await Promise.all([here.upload(file), there.upload(file)]);
    expect(answers.every(({ status, code }) => status === 200 || code === 'busy')).toBe(true);
    const again = await there.upload(file);
    expect(again.status).toBe(200);
    expect((await there.get(fileOf(again.picture, 'webp'))).status).toBe(200);
    const hash = again.picture.src.slice(-32);
    expect((await (await cloud.tables()).stray(there.managerId, hash).get()).exists).toBe(false);
  });
});
