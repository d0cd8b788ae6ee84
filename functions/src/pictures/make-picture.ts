import { PICTURE_PIXELS_MAX, PICTURE_SIDE_MIN, PICTURE_WIDTHS, Picture, type PictureFormat, widthsOf } from '@foyer/domain/picture';
import type { Sharp, SharpOptions } from 'sharp';
import { Problem } from '../http/problem.ts';
import { logs } from '../logs.ts';
import { isDamage, withWholeScans } from './jpeg-warnings.ts';
import { kindOf, type PictureKind } from './kind-of.ts';
import { sharp } from './sharp.ts';

/** Raise it with every change of the output: the same file then becomes another picture. */
export const PIPELINE = 1;

export interface MadePicture {
  width: number;
  height: number;
  blur: string | null;
  files: { width: number; format: PictureFormat; bytes: Buffer }[];
}

/** A photo takes one second; this stops files built to take long. */
const SECONDS_MAX = 20;
/** The largest width, and a height that `Picture` still allows. */
const BOX = { width: Math.max(...PICTURE_WIDTHS), height: 6000, fit: 'inside', withoutEnlargement: true } as const;
/** Effort 4 and above take five times as long to save a tenth of the bytes. */
const AVIF = { quality: 52, effort: 3 };
const WEBP = { quality: 76, effort: 4 };
const BLUR_SIDE = 12;

/** Fails on truncated files; jpeg-warnings.ts judges a JPEG decoder's mere warnings. */
const STRICTLY: SharpOptions = { failOn: 'error', limitInputPixels: PICTURE_PIXELS_MAX, sequentialRead: true, pages: 1 };

/**
 * Upright, in sRGB, with nothing else from the file. Throws `not-a-picture`, `picture-moves`, `picture-too-large`, `picture-too-small`,
 * `picture-too-narrow`, `picture-broken`, or `busy` if it takes too long.
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

/** A variant that browsers cannot show either (twelve bits, lossless) isn't damaged: saving it again wouldn't help. */
function unreadable(cause: unknown): Problem {
  const isUnsupported = cause instanceof Error && /unsupported (?!marker|image format)|not (?:supported|implemented)/i.test(cause.message);
  return new Problem(isUnsupported ? 'not-a-picture' : 'picture-broken');
}

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
  // One at a time: in parallel they would be no faster and need six pictures of memory.
  for (const width of widthsOf(info.width)) {
    const sized = () => limited(whole().resize({ width }));
    files.push({ width, format: 'avif', bytes: await sized().avif(AVIF).toBuffer() });
    files.push({ width, format: 'webp', bytes: await sized().webp(WEBP).toBuffer() });
  }
  return { width: info.width, height: info.height, blur: isOpaque ? await blurOf(whole()) : null, files };
}

/** `null` if it would be too long for a page. */
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
