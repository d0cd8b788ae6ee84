import type { Signal } from '@preact/signals';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { AccountMenu } from '../account/account-menu.tsx';
import { ConnectionNote } from '../connection/connection-note.tsx';
import { MOVE_KEYS } from '../keys/keys.ts';
import { PageLink } from '../page/page-link.tsx';
import { areRecentActsOpen, isHelpOpen } from '../workspace/panels.ts';
import { ScreenLinks } from './screens.tsx';
import { ViewRail } from './views.tsx';

/** The first of three panes: who, which list, and the way to the page. */
export function Rail() {
  return (
    <nav aria-label="Views" class="hidden min-w-0 flex-col bg-canvas p-2 three:flex">
      <AccountMenu />
      <div class="mt-4">
        <ViewRail />
        <div class="mt-6">
          <ScreenLinks />
        </div>
      </div>
      <div class="mt-auto flex flex-col gap-0.5">
        <ConnectionNote />
        <PageLink />
        <Opener name="Recent actions" icon="undo" keyHint={MOVE_KEYS.recent[0]} panel={areRecentActsOpen} />
        <Opener name="Keys" icon="keys" keyHint={MOVE_KEYS.help[0]} panel={isHelpOpen} />
      </div>
    </nav>
  );
}

function Opener({ name, icon, keyHint, panel }: { name: string; icon: IconName; keyHint: string; panel: Signal<boolean> }) {
  return (
    <button
      type="button"
      aria-keyshortcuts={keyHint}
      aria-haspopup="dialog"
      onClick={() => {
        panel.value = true;
      }}
      class="flex h-8 items-center gap-2 rounded-lg px-2 text-sm text-soft hover:bg-hover hover:text-ink"
    >
      <Icon name={icon} />
      {name}
      <kbd class="ml-auto pr-1 font-sans text-xs">{keyHint}</kbd>
    </button>
  );
}
