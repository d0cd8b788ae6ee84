/** The dialogs of acts: one file, which is loaded after the inbox. */
export { LabelDialog } from '../labels/label-dialog.tsx';
export { BlockDialog } from './block-dialog.tsx';
export { DeleteDialog } from './delete-dialog.tsx';
export { RenameDialog } from './rename-dialog.tsx';
export { ReportDialog } from './report-dialog.tsx';
export { SnoozeDialog } from './snooze-dialog.tsx';
export { TimeDialog } from './time-dialog.tsx';
