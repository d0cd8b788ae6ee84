import { lateDialog } from '../late/late-dialog.tsx';

const load = () => import('./dialogs.ts');

export const BlockDialog = lateDialog(async () => (await load()).BlockDialog, true);
export const DeleteDialog = lateDialog(async () => (await load()).DeleteDialog, true);
export const LabelDialog = lateDialog(async () => (await load()).LabelDialog, true);
export const RenameDialog = lateDialog(async () => (await load()).RenameDialog, true);
export const ReportDialog = lateDialog(async () => (await load()).ReportDialog, true);
export const SnoozeDialog = lateDialog(async () => (await load()).SnoozeDialog, true);
export const TimeDialog = lateDialog(async () => (await load()).TimeDialog, true);
