import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { words } from '../words.ts';
import { Key } from './key.tsx';
import { COMPOSER_HELP, type HelpLine, KEY_HELP } from './key-help.ts';
import { words as commands } from './words.ts';

export function KeysDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog label={words.shortcuts} onClose={onClose}>
      <div class="flex items-center justify-between ps-5 pe-3 pt-3">
        <h2 class="text-base font-semibold">{words.shortcuts}</h2>
        <IconButton icon="close" label={words.close} onClick={onClose} />
      </div>
      <div class="px-5 pt-1 pb-5">
        <KeyList list={KEY_HELP} />
        <h3 class="mt-4 mb-1 text-xs text-soft">{commands.shortcutsWriting}</h3>
        <KeyList list={COMPOSER_HELP} />
      </div>
    </Dialog>
  );
}

function KeyList({ list }: { list: readonly HelpLine[] }) {
  return (
    <dl>
      {list.map(({ keys, does }) => (
        <div key={does} class="flex min-h-8 items-center justify-between gap-3 text-sm">
          <dt>{does}</dt>
          <dd class="flex shrink-0 gap-1">
            {keys.map((key) => (
              <Key key={key} name={key} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
