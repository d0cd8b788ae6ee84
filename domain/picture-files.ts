import type { Picture } from './picture.ts';

/** How pictures are kept. Without the schemas, so that the browser can have it. */

/** The widths in which a picture is kept, in CSS pixels; a smaller one also in its own. Never wider than the last. */
export const PICTURE_WIDTHS = [480, 960, 1600] as const;
/** The formats, each in every width; the first is the smaller one. */
export const PICTURE_FORMATS = ['avif', 'webp'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];
/** Bytes of an upload, and its pixels. */
export const PICTURE_BYTES_MAX = 10_000_000;
export const PICTURE_PIXELS_MAX = 24_000_000;
/** The least that each side needs, as it comes and as it is kept. */
export const PICTURE_SIDE_MIN = 64;
/** Pictures that one manager may have here, with those that no page shows. */
export const PICTURES_MAX = 200;
/** How long a picture stays that no page shows. */
export const PICTURE_UNUSED_MS = 7 * 24 * 3600_000;
export const ALT_MAX = 200;

/** The widths in which a picture of this width is kept, the smallest first. */
export function widthsOf(width: number): number[] {
  return [...PICTURE_WIDTHS.filter((kept) => kept < width), Math.min(width, PICTURE_WIDTHS[PICTURE_WIDTHS.length - 1] as number)];
}

/** Whether a picture is kept in several widths and formats, or is one file. */
export function isKept({ src }: Pick<Picture, 'src'>): boolean {
  return src.startsWith('/pictures/');
}

/** The address of a picture's smallest file: enough for a thumbnail. */
export function smallestFile({ src, width }: Pick<Picture, 'src' | 'width'>): string {
  return isKept({ src }) ? `${src}/${widthsOf(width)[0]}.webp` : src;
}
