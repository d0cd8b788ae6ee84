import type { Effect } from '../conversations/apply-effect.ts';
import { takingBack } from '../conversations/conversation-state.ts';
import { words } from '../filing-words.ts';
import type { Act } from './act.ts';
import { RenameDialog } from './late-dialogs.ts';

/** Gives a visitor a name that only the manager sees; an empty one removes it. */
export function renaming(alias: string): Effect {
  return {
    change: () => ({ alias }),
    said: ({ name }) => (alias === '' ? words.aliasRemoved({ name }) : words.renamed({ name, alias })),
    undo: takingBack,
  };
}

/** Its key renames in most file managers. */
export const rename = {
  name: 'rename',
  label: words.renameAsk,
  icon: 'pencil',
  key: 'F2',
  places: () => ['menu'],
  canApply: ({ length: count }) => count === 1,
  whyNot: () => words.renameOne,
  dialog: ({ workspace, ...asking }) => (
    <RenameDialog {...asking} onRename={(alias) => workspace.change(asking.conversations, renaming(alias))} />
  ),
} satisfies Act;
