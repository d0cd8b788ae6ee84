import { DELETION_DAYS } from '@foyer/domain/page-state';
import { useSignal } from '@preact/signals';
import { Button } from '../../../ui/button.tsx';
import { Block } from '../kit/block.tsx';
import { DeleteAccountDialog } from './delete-account-dialog.tsx';
import { words } from './words.ts';

export function DeleteSection() {
  const isOpen = useSignal(false);
  const turn = (open: boolean) => () => {
    isOpen.value = open;
  };
  return (
    <Block title={words.deleteTitle} about={words.deleteAbout({ days: DELETION_DAYS })}>
      <Button class="text-danger" aria-haspopup="dialog" onClick={turn(true)}>
        {words.deleteOpen}
      </Button>
      {isOpen.value && <DeleteAccountDialog onClose={turn(false)} />}
    </Block>
  );
}
