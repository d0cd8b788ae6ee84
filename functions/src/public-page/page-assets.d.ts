/** The output of the web build for the public page; filled in when the functions are bundled. */
declare module 'virtual:page-assets' {
  import type { Tag } from '@foyer/domain/language';
  import type { Fonts, Preset } from '@foyer/domain/theme';
  import type { SheetPart } from '@foyer/web/public-page/sheet-parts';

  /** Each preset's stylesheet in parts, to inline after the theme's variables. */
  export const presetStyles: Readonly<Record<Preset, readonly SheetPart[]>>;
  /** The fonts of each pairing; none for `none`. */
  export const fontStyles: Readonly<Partial<Record<Fonts, string>>>;
  /** For separate documents in a page's look; to inline after the preset's. */
  export const apartStyle: string;
  /** For Foyer's own pages. */
  export const foyerStyle: string;
  export const island: string;
  /** The same for the message box in a frame. */
  export const embedIsland: string;
  /** The words of the message box by language: for the page, and for the frame. */
  export const boxWords: Readonly<Record<Tag, string>>;
  export const embedBoxWords: Readonly<Record<Tag, string>>;
  /** For the page where a code is entered. */
  export const resumeScript: string;
  /** For the page of an unknown address. */
  export const unknownPageScript: string;
  export const apiDocsScript: string;
  export const apiDocsStyles: readonly string[];
}
