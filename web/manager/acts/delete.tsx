import type { Act } from './act.ts';
import { DeleteDialog } from './delete-dialog.tsx';

/** Deletes for both sides. It can't be undone. */
export const deletion = {
  name: 'delete',
  label: 'Delete …',
  icon: 'bin',
  help: 'Delete',
  isDanger: true,
  places: () => ['menu end'],
  canApply: () => true,
  dialog: (asking) => <DeleteDialog {...asking} />,
} satisfies Act;
