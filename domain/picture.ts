import { z } from 'zod';
import { ALT_MAX } from './picture-files.ts';
import { line } from './schema.ts';

export { ALT_MAX, isKept, PICTURE_BYTES_MAX, PICTURE_PIXELS_MAX, PICTURE_WIDTHS, widthsOf } from './picture-files.ts';

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
