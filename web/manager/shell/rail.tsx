import { Icon } from '../../ui/icon.tsx';
import { AccountMenu } from '../account/account-menu.tsx';
import { ConnectionNote } from '../connection/connection-note.tsx';
import { MOVE_KEYS } from '../keys/keys.ts';
import { PageLink } from '../page/page-link.tsx';
import { isHelpOpen } from '../workspace/panels.ts';
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
        <button
          type="button"
          aria-keyshortcuts={MOVE_KEYS.help[0]}
          onClick={() => {
            isHelpOpen.value = true;
          }}
          class="flex h-8 items-center gap-2 rounded-lg px-2 text-sm text-soft hover:bg-hover hover:text-ink"
        >
          <Icon name="keys" />
          Keys
          <kbd class="ml-auto pr-1 font-sans text-xs">{MOVE_KEYS.help[0]}</kbd>
        </button>
      </div>
    </nav>
  );
}
