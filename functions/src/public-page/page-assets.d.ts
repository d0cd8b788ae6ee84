/** What the web's build made for the public page; filled in when the functions are bundled. */
declare module 'virtual:page-assets' {
  /** The page's whole stylesheet, to be inlined. */
  export const css: string;
  /** Where the island's module is. */
  export const island: string;
}
