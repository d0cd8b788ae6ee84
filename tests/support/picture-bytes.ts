import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

let last = 0;

/** A unique picture: a few large shapes, and its own colour. */
export function somePicture(width = 800, height = 600): Sharp {
  const own = { r: 40 + (++last % 200), g: (last * 37) % 255, b: 120 };
  const shapes = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="50%" height="50%" fill="#d24"/></svg>`;
  return sharp({ create: { width, height, channels: 3, background: own } }).composite([{ input: Buffer.from(shapes) }]);
}

/** A photo of twelve megapixels, as detailed as a real one. */
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

/** A black PNG of any size in few bytes: one bit per pixel, all the same. */
export function blackPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
  return Buffer.concat([PNG, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

/** A PNG that declares an animation with this many frames. */
export function movingPng(still: Buffer, frames = 2): Buffer {
  return pngWith(still, 'acTL', Buffer.from([0, 0, 0, frames, 0, 0, 0, 0]));
}

export function pngWith(still: Buffer, name: string, data: Buffer): Buffer {
  const afterHeader = PNG.length + 25;
  return Buffer.concat([still.subarray(0, afterHeader), chunk(name, data), still.subarray(afterHeader)]);
}

/** An animated WebP with one frame. `still` is a simple lossy one. */
export function webpOfOneFrame(still: Buffer, width: number, height: number): Buffer {
  const part = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(data.length);
    return Buffer.concat([Buffer.from(name, 'latin1'), length, data, Buffer.alloc(data.length % 2)]);
  };
  const size = Buffer.alloc(6);
  size.writeUIntLE(width - 1, 0, 3);
  size.writeUIntLE(height - 1, 3, 3);
  const frame = Buffer.concat([Buffer.alloc(6), size, Buffer.from([100, 0, 0, 0]), still.subarray(12)]);
  const extended = part('VP8X', Buffer.concat([Buffer.from([0b10, 0, 0, 0]), size]));
  const body = Buffer.concat([Buffer.from('WEBP'), extended, part('ANIM', Buffer.alloc(6)), part('ANMF', frame)]);
  return part('RIFF', body);
}

/** The same JPEG with other parameters in the header of each scan: the first coefficient, the last one, and the bits. */
export function withScans(jpeg: Buffer, first: number, last: number, bits: number): Buffer {
  const changed = Buffer.from(jpeg);
  for (let at = changed.indexOf('ffda', 0, 'hex'); at !== -1; at = changed.indexOf('ffda', at + 2, 'hex')) {
    Buffer.from([first, last, bits]).copy(changed, at + 2 + changed.readUInt16BE(at + 2) - 3);
  }
  return changed;
}

export function beforeScan(jpeg: Buffer, bytes: readonly number[]): Buffer {
  const at = jpeg.indexOf('ffda', 0, 'hex');
  return Buffer.concat([jpeg.subarray(0, at), Buffer.from(bytes), jpeg.subarray(at)]);
}

/** The same file with some bytes changed from a fraction of its length on. */
export function spoilt(file: Buffer, from: number, length = 40): Buffer {
  const changed = Buffer.from(file);
  const start = Math.floor(file.length * from);
  for (let at = start; at < start + length; at++) changed[at] = 0;
  return changed;
}

/** Two frames of 100 × 100 for GIF and WebP. */
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
