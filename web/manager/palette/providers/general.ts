import { showNew } from '../../keys/bind-keys.ts';
import { MOVE_KEYS } from '../../keys/keys.ts';
import { words as commands } from '../../keys/words.ts';
import { recentActs, undoLatest } from '../../notice/recent-acts.ts';
import { words } from '../../words.ts';
import { areRecentActsOpen, isHelpOpen } from '../../workspace/panels.ts';
import type { Item, Provider } from '../provider.ts';

/** What has a key and is about no conversation. */
export const general: Provider = {
  isOffered: true,
  title: () => words.commands,
  items: ({ workspace }) => [
    {
      id: 'undo',
      name: words.undo,
      icon: 'undo',
      key: MOVE_KEYS.undo[0],
      whyNot: recentActs.value.length === 0 ? words.nothingToUndo : undefined,
      run: undoLatest,
    },
    {
      id: 'recent',
      name: words.recentActions,
      icon: 'undo',
      key: MOVE_KEYS.recent[0],
      run() {
        areRecentActsOpen.value = true;
      },
    },
    ...(workspace.list.newCount.value > 0 ? [fresh(() => showNew(workspace))] : []),
    {
      id: 'help',
      name: words.shortcuts,
      icon: 'keys',
      key: MOVE_KEYS.help[0],
      run() {
        isHelpOpen.value = true;
      },
    },
  ],
};

function fresh(run: () => void): Item {
  return { id: 'fresh', name: commands.showNewConversations, icon: 'up', key: MOVE_KEYS.fresh[0], run };
}
