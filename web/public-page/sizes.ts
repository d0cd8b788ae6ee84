/** The widths of pictures as HTML's `sizes`: the widest in any preset. */
export const SIZES = {
  portrait: '(min-width:64rem) 34rem, 70vw',
  cover: '100vw',
  project: '(min-width:64rem) 36rem, 92vw',
  gallery: '(min-width:64rem) 32vw, (min-width:40rem) 46vw, 92vw',
} as const;
