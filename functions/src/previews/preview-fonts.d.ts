/** Typefaces to draw with, since a server has none: read from their packages when the functions are bundled. */
declare module 'virtual:preview-fonts' {
  /** Files that together are one typeface, each with some of its letters: WOFF2, in base64. */
  export const faces: Readonly<Record<'grotesk' | 'garamond', readonly string[]>>;
}
