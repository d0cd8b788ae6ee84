import { PICTURE_PIXELS_MAX, PICTURE_SIDE_MIN, PICTURE_WIDTHS, Picture, type PictureFormat, widthsOf } from '@foyer/domain/picture';
import type { Sharp, SharpOptions } from 'sharp';
import { Problem } from '../http/problem.ts';
import { logs } from '../logs.ts';
import { isDamage, withWholeScans } from './jpeg-warnings.ts';
import { kindOf, type PictureKind } from './kind-of.ts';
import { sharp } from './sharp.ts';

/** Raised by every change of what comes out: the same file is then another picture. */
export const PIPELINE = 1;

/** A picture made anew: its files, and what the page needs to know of it. */
export interface MadePicture {
  width: number;
  height: number;
  blur: string | null;
  files: { width: number; format: PictureFormat; bytes: Buffer }[];
}

/** A photo takes one; a file that was made to take long is left. */
const SECONDS_MAX = 20;
/** The last width, and a height that `Picture` still allows. */
const BOX = { width: Math.max(...PICTURE_WIDTHS), height: 6000, fit: 'inside', withoutEnlargement: true } as const;
/** Effort 4 and above take five times the time for a tenth of the bytes. */
const AVIF = { quality: 52, effort: 3 };
const WEBP = { quality: 76, effort: 4 };
const BLUR_SIDE = 12;

/** Files that end too early fail by this; what a JPEG's decoder only warns of is judged by itself (jpeg-warnings.ts). */
const STRICTLY: SharpOptions = { failOn: 'error', limitInputPixels: PICTURE_PIXELS_MAX, sequentialRead: true, pages: 1 };

/**
 * Makes a picture anew from an uploaded file, upright and in sRGB, with nothing else that was in the file. Throws `not-a-picture`,
 * `picture-moves`, `picture-too-large`, `picture-too-small`, `picture-too-narrow`, `picture-broken`, or `busy` for one that takes too long.
 */
export async function makePicture(file: Buffer): Promise<MadePicture> {
  const kind = kindOf(file);
  if (kind === null) throw new Problem('not-a-picture');
  if (kind === 'moving') throw new Problem('picture-moves');
  const readable = kind === 'jpeg' ? withWholeScans(file) : file;
  await refuseByHeader(readable, kind);
  try {
    return await madeAnew(readable);
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    logs.pictureUnreadable(cause);
    throw isTimeout(cause) ? new Problem('busy', { retryAfterMs: SECONDS_MAX * 1000 }) : unreadable(cause);
  }
}

/** A variant that no browser shows either (twelve bits, lossless) isn't damaged: saving it again wouldn't help. */
function unreadable(cause: unknown): Problem {
  const isUnsupported = cause instanceof Error && /unsupported (?!marker|image format)|not (?:supported|implemented)/i.test(cause.message);
  return new Problem(isUnsupported ? 'not-a-picture' : 'picture-broken');
}

/** Before a single pixel is decoded: what the file says of itself. */
async function refuseByHeader(file: Buffer, kind: PictureKind): Promise<void> {
  const header = await sharp(file, { ...STRICTLY, limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw unreadable(cause);
    });
  if (header.format !== kind) throw new Problem('not-a-picture');
  if ((header.pages ?? 1) > 1) throw new Problem('picture-moves');
  if (header.width * header.height > PICTURE_PIXELS_MAX) throw new Problem('picture-too-large');
  if (Math.min(header.width, header.height) < PICTURE_SIDE_MIN) throw new Problem('picture-too-small');
  const { width, height } = header.autoOrient;
  const scale = Math.min(1, BOX.width / width, BOX.height / height);
  if (Math.round(Math.min(width, height) * scale) < PICTURE_SIDE_MIN) throw new Problem('picture-too-narrow');
}

async function madeAnew(file: Buffer): Promise<MadePicture> {
  const upright = sharp(file, STRICTLY).autoOrient().resize(BOX).toColourspace('srgb');
  const warnings: string[] = [];
  upright.on('warning', (warning) => warnings.push(warning));
  const { data, info } = await pixelsOf(upright);
  if (isDamage(warnings)) throw new Error(`Damaged: ${warnings.join(' ')}`);
  const open = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  const { isOpaque } = await open().stats();
  const whole = () => (isOpaque ? open().removeAlpha() : open());
  const files: MadePicture['files'] = [];
  // One after the other: at once they would be no faster, and six pictures in memory.
  for (const width of widthsOf(info.width)) {
    const sized = () => limited(whole().resize({ width }));
    files.push({ width, format: 'avif', bytes: await sized().avif(AVIF).toBuffer() });
    files.push({ width, format: 'webp', bytes: await sized().webp(WEBP).toBuffer() });
  }
  return { width: info.width, height: info.height, blur: isOpaque ? await blurOf(whole()) : null, files };
}

/** A few pixels to stand in its place. None where it would be longer than a page should carry. */
async function blurOf(picture: Sharp): Promise<string | null> {
  const small = await picture.resize({ width: BLUR_SIDE, height: BLUR_SIDE, fit: 'inside' }).webp({ quality: 40, effort: 4 }).toBuffer();
  const blur = Picture.shape.blur.safeParse(`data:image/webp;base64,${small.toString('base64')}`);
  return blur.data ?? null;
}

function pixelsOf(picture: Sharp) {
  return limited(picture).raw().toBuffer({ resolveWithObject: true });
}

function limited(picture: Sharp): Sharp {
  return picture.timeout({ seconds: SECONDS_MAX });
}

function isTimeout(cause: unknown): boolean {
  return cause instanceof Error && /\btimeout\b/i.test(cause.message);
}
