/** Pictures of notifications, which `tools/app-icons.ts` draws. Android's status bar shows only the outline of the badge. */
export const ICON = '/images/app-192.png';
export const BADGE = '/images/badge-96.png';
