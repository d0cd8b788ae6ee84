import { lateDialog } from '../late/late-dialog.tsx';

const load = () => import('./dialogs.ts');

export const BlockDialog = lateDialog(async () => (await load()).BlockDialog);
export const DeleteDialog = lateDialog(async () => (await load()).DeleteDialog);
export const LabelDialog = lateDialog(async () => (await load()).LabelDialog);
export const RenameDialog = lateDialog(async () => (await load()).RenameDialog);
export const ReportDialog = lateDialog(async () => (await load()).ReportDialog);
export const SnoozeDialog = lateDialog(async () => (await load()).SnoozeDialog);
export const TimeDialog = lateDialog(async () => (await load()).TimeDialog);
