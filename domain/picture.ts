import { z } from 'zod';
import { line } from './schema.ts';

/** The widths in which a picture is kept, in CSS pixels; a smaller one also in its own. Never wider than the last. */
export const PICTURE_WIDTHS = [480, 960, 1600] as const;
/** Bytes of an upload, and its pixels. */
export const PICTURE_BYTES_MAX = 10_000_000;
export const PICTURE_PIXELS_MAX = 24_000_000;
export const ALT_MAX = 200;

/** Where a picture is: kept for a manager (`/pictures/{managerId}/{hash}`, without width and format), or a file of the examples. */
const PictureSource = z.string().regex(/^\/(?:pictures\/[A-Za-z0-9_-]{1,128}\/[0-9a-f]{32}|examples\/[a-z0-9-]{1,60}\.svg)$/);

/** A picture on our own origin. Its size is the largest in which it is kept, so that nothing jumps when it arrives. */
export const Picture = z.strictObject({
  src: PictureSource,
  width: z.int().positive().max(1600),
  height: z.int().positive().max(6000),
  /** What it shows, for who cannot see it; empty for one that only decorates. */
  alt: z.literal('').or(line(ALT_MAX)),
  /** A few pixels of it as a WebP, to stand in its place while it loads. */
  blur: z
    .string()
    .regex(/^data:image\/webp;base64,[A-Za-z0-9+/]{40,400}={0,2}$/)
    .optional(),
});
export type Picture = z.output<typeof Picture>;

/** The widths in which a picture of this width is kept, the smallest first. */
export function widthsOf(width: number): number[] {
  return [...PICTURE_WIDTHS.filter((kept) => kept < width), Math.min(width, PICTURE_WIDTHS[PICTURE_WIDTHS.length - 1] as number)];
}

/** Whether a picture is kept in several widths and formats, or is one file. */
export function isKept({ src }: Pick<Picture, 'src'>): boolean {
  return src.startsWith('/pictures/');
}
