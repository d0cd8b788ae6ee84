/** Written by `web/emoji-data.ts` when the dashboard is built. */
declare module 'virtual:emoji/*' {
  const groups: readonly string[];
  export default groups;
}
