/** A server has no fonts, so these are bundled from their packages. */
declare module 'virtual:preview-fonts' {
  /** Files that together form one typeface, each with some of its letters: WOFF2, in base64. */
  export const faces: Readonly<Record<'grotesk' | 'garamond', readonly string[]>>;
}
