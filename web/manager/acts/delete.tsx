import { words } from '../words.ts';
import type { Act } from './act.ts';
import { DeleteDialog } from './late-dialogs.ts';

export const deletion = {
  name: 'delete',
  label: words.deleteAsk,
  icon: 'bin',
  key: '#',
  isDanger: true,
  places: () => ['menu end'],
  canApply: () => true,
  dialog: (asking) => <DeleteDialog {...asking} />,
} satisfies Act;
