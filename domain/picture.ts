import { z } from 'zod';
import { endpoint, FILE_PROBLEMS } from './endpoint.ts';
import { line } from './schema.ts';

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

/** A picture as stored: what the server knows of one that lies in the bucket. The id is its hash. `T` is the store's own type of time. */
export interface PictureDocument<T> {
  /** Of all its files together. */
  bytes: number;
  width: number;
  height: number;
  blur: string | null;
  createdAt: T;
  /** Since when no page shows it; `null` while one does. A draft does not count as one, but keeps it from being deleted. */
  unusedSince: T | null;
}

export const uploadPictureEndpoint = endpoint({
  method: 'POST',
  path: '/api/pictures',
  summary:
    'Keeps a picture for the page: the file as it is, not a form. It is made anew in our own sizes, without what else was in the file.',
  caller: 'manager',
  file: { types: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'], max: PICTURE_BYTES_MAX },
  answer: Picture,
  problems: [
    'signed-out',
    'no-page',
    'not-a-picture',
    'picture-moves',
    'picture-too-heavy',
    'picture-too-large',
    'picture-too-small',
    'picture-broken',
    'too-many-pictures',
    'busy',
    ...FILE_PROBLEMS,
  ],
});

/** The manager and the hash of a picture that is kept, from its `src`; `null` for any other address. */
export function keptAt(src: string): { managerId: string; hash: string } | null {
  const [, managerId, hash] = /^\/pictures\/([A-Za-z0-9_-]{1,128})\/([0-9a-f]{32})$/.exec(src) ?? [];
  return managerId === undefined || hash === undefined ? null : { managerId, hash };
}

/** The widths in which a picture of this width is kept, the smallest first. */
export function widthsOf(width: number): number[] {
  return [...PICTURE_WIDTHS.filter((kept) => kept < width), Math.min(width, PICTURE_WIDTHS[PICTURE_WIDTHS.length - 1] as number)];
}

/** Whether a picture is kept in several widths and formats, or is one file. */
export function isKept({ src }: Pick<Picture, 'src'>): boolean {
  return src.startsWith('/pictures/');
}
