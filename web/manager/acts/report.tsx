import type { Effect } from '../conversations/apply-effect.ts';
import { takingBack } from '../conversations/standing.ts';
import type { Act } from './act.ts';
import { block } from './block.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { spam } from './spam.ts';

/** What a report does here, unless the manager asks it not to. */
const shuttingOut: Effect = {
  change: (conversation) => ({ ...block.change(conversation), ...spam.change() }),
  said: () => 'Reported, blocked, and moved to spam.',
  undo: takingBack,
};

/** Tells the host of the site. */
export const report = {
  name: 'report',
  label: 'Report …',
  icon: 'flag',
  help: 'Report',
  places: () => ['menu end'],
  canApply: () => true,
  ...shuttingOut,
  dialog: (asking) => <ReportDialog {...asking} onShutOut={() => asking.workspace.change(asking.conversations, shuttingOut)} />,
} satisfies Act;
