import { lateDialog } from '../late/late-dialog.tsx';

export const KeysDialog = lateDialog(async () => (await import('../keys/keys-dialog.tsx')).KeysDialog);
export const PaletteDialog = lateDialog(async () => (await import('../palette/palette-dialog.tsx')).PaletteDialog);
export const RecentActsDialog = lateDialog(async () => (await import('./recent-acts-dialog.tsx')).RecentActsDialog);
