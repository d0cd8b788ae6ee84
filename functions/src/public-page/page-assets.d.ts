/** What the web's build made for the public page; filled in when the functions are bundled. */
declare module 'virtual:page-assets' {
  import type { Fonts, Preset } from '@foyer/domain/theme';

  /** The whole stylesheet of each preset, to be inlined after the theme's variables. */
  export const presetStyles: Readonly<Record<Preset, string>>;
  /** The typefaces of each pairing; there is none for `none`. */
  export const fontStyles: Readonly<Partial<Record<Fonts, string>>>;
  /** Of what stands apart from a page in its look; to be inlined after the preset's. */
  export const apartStyle: string;
  /** Of Foyer's own pages. */
  export const foyerStyle: string;
  /** Where the island's module is. */
  export const island: string;
  /** And that of the message box in a frame. */
  export const embedIsland: string;
  /** Of the page where a code is entered. */
  export const resumeScript: string;
  /** The viewer of the API reference: its module and its stylesheets. */
  export const apiDocsScript: string;
  export const apiDocsStyles: readonly string[];
}
