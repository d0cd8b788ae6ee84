import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** Pictures as people and attackers send them, made here. */

let last = 0;

/** A picture like no other: a few large shapes, and a colour that is its own. */
export function somePicture(width = 800, height = 600): Sharp {
  const own = { r: 40 + (++last % 200), g: (last * 37) % 255, b: 120 };
  const shapes = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="50%" height="50%" fill="#d24"/></svg>`;
  return sharp({ create: { width, height, channels: 3, background: own } }).composite([{ input: Buffer.from(shapes) }]);
}

/** A photo of twelve megapixels, with as much in it as one has. */
export async function somePhoto(): Promise<Buffer> {
  const noise = (width: number, height: number, sigma: number) =>
    sharp({ create: { width, height, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma } } })
      .png()
      .toBuffer();
  const scene = sharp(await noise(80, 60, 60)).resize(4000, 3000, { kernel: 'cubic' });
  const grain = await sharp(await noise(2000, 1500, 20))
    .resize(4000, 3000)
    .toBuffer();
  return scene
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** A black PNG of any size in few bytes: one bit for each pixel, all alike. */
export function blackPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
  return Buffer.concat([PNG, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

/** A PNG that says that it moves. */
export function movingPng(still: Buffer): Buffer {
  const afterHeader = PNG.length + 25;
  const control = chunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]));
  return Buffer.concat([still.subarray(0, afterHeader), control, still.subarray(afterHeader)]);
}

/** Two pages of 100 × 100, which GIF and WebP show one after the other. */
export function frames(): Sharp {
  const raw = Buffer.from(Array.from({ length: 100 * 200 * 3 }, (_, index) => (index < 30_000 ? 255 : index % 251)));
  return sharp(raw, { raw: { width: 100, height: 200, channels: 3, pageHeight: 100 } });
}

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
