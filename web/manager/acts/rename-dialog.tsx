import { NAME_MAX } from '@foyer/domain/limits';
import { normaliseLine } from '@foyer/domain/text';
import { useSignal } from '@preact/signals';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { words } from '../filing-words.ts';
import { words as common } from '../words.ts';
import type { Asking } from './act.ts';

type Props = Omit<Asking, 'workspace'> & { onRename(alias: string): void };

export function RenameDialog({ conversations, onClose, onRename }: Props) {
  const [conversation] = conversations;
  const before = conversation?.alias ?? '';
  const typed = useSignal(before || (conversation?.visitor.name ?? ''));
  const save = () => {
    const name = normaliseLine(typed.value, NAME_MAX);
    // Their own name needs no alias: it stays theirs if they change it.
    const alias = name === conversation?.visitor.name ? '' : name;
    onClose();
    if (alias !== before) onRename(alias);
  };
  return (
    <Dialog label={words.rename} onClose={onClose}>
      <form
        class="p-5"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <h2 class="mb-4 text-base font-semibold">{words.rename}</h2>
        <Field
          label={words.labelName}
          name="alias"
          autocomplete="off"
          maxLength={NAME_MAX}
          value={typed.value}
          hint={words.aliasHint}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
        />
        <div class="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" type="submit">
            {words.saveLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
