import type { Effect } from '../conversations/apply-effect.ts';
import { takingBack } from '../conversations/conversation-state.ts';
import { words } from '../words.ts';
import type { Act } from './act.ts';
import { block } from './block.tsx';
import { ReportDialog } from './late-dialogs.ts';
import { spam } from './spam.ts';

/** The additional effect of a report, unless the manager unticks it. */
const shuttingOut: Effect = {
  change: (conversation) => ({ ...block.change(conversation), ...spam.change() }),
  said: words.reportedAndBlocked,
  undo: takingBack,
};

export const report = {
  name: 'report',
  label: words.reportAsk,
  icon: 'flag',
  key: 'f',
  places: () => ['menu end'],
  canApply: () => true,
  ...shuttingOut,
  dialog: (asking) => <ReportDialog {...asking} onShutOut={() => asking.workspace.change(asking.conversations, shuttingOut)} />,
} satisfies Act;
