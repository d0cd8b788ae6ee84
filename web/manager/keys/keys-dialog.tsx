import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { isHelpOpen } from '../workspace/panels.ts';
import { Key } from './key.tsx';
import { COMPOSER_HELP, type HelpLine, KEY_HELP } from './key-help.ts';

const close = () => {
  isHelpOpen.value = false;
};

export function KeysDialog() {
  return (
    <Dialog label="Keys" onClose={close}>
      <div class="flex items-center justify-between pt-3 pr-3 pl-5">
        <h2 class="text-base font-semibold">Keys</h2>
        <IconButton icon="close" label="Close" onClick={close} />
      </div>
      <div class="px-5 pt-1 pb-5">
        <KeyList list={KEY_HELP} />
        <h3 class="mt-4 mb-1 text-xs text-soft">While you write</h3>
        <KeyList list={COMPOSER_HELP} />
      </div>
    </Dialog>
  );
}

function KeyList({ list }: { list: readonly HelpLine[] }) {
  return (
    <dl>
      {list.map(({ keys, does }) => (
        <div key={does} class="flex min-h-8 items-center justify-between text-sm">
          <dt>{does}</dt>
          <dd class="flex gap-1">
            {keys.map((key) => (
              <Key key={key} name={key} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
