import { z } from 'zod';
import { endpoint, FILE_PROBLEMS, MANAGER_PROBLEMS } from './endpoint.ts';
import { ALT_MAX, PICTURE_BYTES_MAX } from './picture-files.ts';
import { line } from './schema.ts';

export * from './picture-files.ts';

/** A picture's address: stored for a manager (`/pictures/{managerId}/{hash}`, without width and format), or a file of the examples. */
const PictureSource = z
  .string()
  .regex(/^\/(?:pictures\/[A-Za-z0-9_-]{1,128}\/[0-9a-f]{32}|examples\/[a-z0-9-]{1,60}\.svg)$/)
  .meta({ examples: ['/pictures/kQ3xR8vW2pLmN5tYbZ7cD1fG4hJ6/9f86d081884c7d659a2feaa0c55ad015'] });

/** A picture on our own origin. Its size is the largest stored one, so the layout does not shift when it loads. */
export const Picture = z.strictObject({
  src: PictureSource,
  width: z.int().positive().max(1600),
  height: z.int().positive().max(6000),
  alt: z.literal('').or(line(ALT_MAX)).describe('A description for people who can’t see it. Empty if it’s only decorative.'),
  blur: z
    .string()
    .regex(/^data:image\/webp;base64,[A-Za-z0-9+/]{40,400}={0,2}$/)
    .meta({
      description: 'A few pixels of the picture as a WebP, to show while it loads.',
      examples: ['data:image/webp;base64,UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAUAmJaQAA3AA/v3AgAA='],
    })
    .optional(),
});
export type Picture = z.output<typeof Picture>;

/** A picture's document; its files are in the bucket. The id is its hash. `T` is the store's type of time. */
export interface PictureDocument<T> {
  /** Of all its files together. */
  bytes: number;
  width: number;
  height: number;
  blur: string | null;
  createdAt: T;
  /** When the last page stopped showing it; `null` while one shows it. A draft does not count, but prevents deletion. */
  unusedSince: T | null;
}

export const uploadPictureEndpoint = endpoint({
  method: 'POST',
  path: '/api/pictures',
  summary: 'Upload a picture',
  description:
    'Send the file itself as the body, not a form. It is converted to the sizes that pages use, and the metadata of the original is dropped.',
  caller: 'manager',
  file: { types: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'], max: PICTURE_BYTES_MAX },
  answer: Picture,
  problems: [
    ...MANAGER_PROBLEMS,
    'no-page',
    'not-a-picture',
    'picture-moves',
    'picture-too-heavy',
    'picture-too-large',
    'picture-too-small',
    'picture-too-narrow',
    'picture-broken',
    'too-many-pictures',
    'busy',
    ...FILE_PROBLEMS,
  ],
});

/** The manager and hash of a stored picture, from its `src`; `null` for any other address. */
export function keptAt(src: string): { managerId: string; hash: string } | null {
  const [, managerId, hash] = /^\/pictures\/([A-Za-z0-9_-]{1,128})\/([0-9a-f]{32})$/.exec(src) ?? [];
  return managerId === undefined || hash === undefined ? null : { managerId, hash };
}
