import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { AccountMenu } from '../account/account-menu.tsx';
import { ConnectionNote } from '../connection/connection-note.tsx';
import { openPalette } from '../keys/bind-keys.ts';
import { MOVE_KEYS, PALETTE_KEY } from '../keys/keys.ts';
import { MOD_KEY, MOD_NAME } from '../keys/mod-key.ts';
import { PageLink } from '../page/page-link.tsx';
import { words } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { areRecentActsOpen, isHelpOpen } from '../workspace/panels.ts';
import { ScreenLinks } from './screens.tsx';
import { ViewRail } from './views.tsx';

/** The first of three panes: the account, the lists and the page. */
export function Rail() {
  const workspace = useWorkspace();
  return (
    <nav aria-label={words.lists} class="hidden min-w-0 flex-col bg-canvas p-2 three:flex">
      <AccountMenu />
      <div class="mt-4">
        <ViewRail />
        <div class="mt-6">
          <ScreenLinks />
        </div>
      </div>
      <div class="mt-auto flex flex-col gap-0.5">
        <ConnectionNote queued={workspace.queued.value} />
        <PageLink />
        <Opener name={words.commands} icon="search" keyName={`${MOD_NAME}+${PALETTE_KEY}`} onOpen={() => openPalette(workspace)}>
          {MOD_KEY} {PALETTE_KEY.toUpperCase()}
        </Opener>
        <Opener name={words.recentActions} icon="undo" keyName={MOVE_KEYS.recent[0]} onOpen={() => (areRecentActsOpen.value = true)} />
        <Opener name={words.shortcuts} icon="keys" keyName={MOVE_KEYS.help[0]} onOpen={() => (isHelpOpen.value = true)} />
      </div>
    </nav>
  );
}

interface OpenerProps {
  name: string;
  icon: IconName;
  /** As `aria-keyshortcuts` writes it. */
  keyName: string;
  onOpen(): void;
  /** The key as it is shown, if that differs. */
  children?: ComponentChildren;
}

function Opener({ name, icon, keyName, onOpen, children = keyName }: OpenerProps) {
  return (
    <button
      type="button"
      aria-keyshortcuts={keyName}
      aria-haspopup="dialog"
      onClick={onOpen}
      class="flex min-h-8 items-center gap-2 rounded-lg px-2 text-start text-sm text-soft hover:bg-hover hover:text-ink"
    >
      <Icon name={icon} />
      {name}
      <kbd class="ms-auto pe-1 font-sans text-xs">{children}</kbd>
    </button>
  );
}
