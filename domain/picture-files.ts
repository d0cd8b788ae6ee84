import type { Picture } from './picture.ts';

/** How pictures are stored. Without schemas, so browsers can load it. */

/** The stored widths of a picture, in CSS pixels; a smaller one is also stored in its own width. The last is the maximum. */
export const PICTURE_WIDTHS = [480, 960, 1600] as const;
/** Every width is stored in each format; the first has fewer bytes. */
export const PICTURE_FORMATS = ['avif', 'webp'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];
/** Bytes and pixels of an upload. */
export const PICTURE_BYTES_MAX = 10_000_000;
export const PICTURE_PIXELS_MAX = 24_000_000;
/** The minimum of each side, before and after processing. */
export const PICTURE_SIDE_MIN = 64;
/** Pictures per manager, including those that no page shows. */
export const PICTURES_MAX = 200;
/** How long a picture that no page shows is kept. */
export const PICTURE_UNUSED_MS = 7 * 24 * 3600_000;
export const ALT_MAX = 200;

export function widthsOf(width: number): number[] {
  return [...PICTURE_WIDTHS.filter((kept) => kept < width), Math.min(width, PICTURE_WIDTHS[PICTURE_WIDTHS.length - 1] as number)];
}

/** Whether a picture is stored in several widths and formats, or is a single file. */
export function isKept({ src }: Pick<Picture, 'src'>): boolean {
  return src.startsWith('/pictures/');
}

export function smallestFile({ src, width }: Pick<Picture, 'src' | 'width'>): string {
  return isKept({ src }) ? `${src}/${widthsOf(width)[0]}.webp` : src;
}
