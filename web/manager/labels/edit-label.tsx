import { LABEL_NAME_MAX } from '@foyer/domain/limits';
import { normaliseLine } from '@foyer/domain/text';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { countAfterWrites } from '../conversations/count-after-writes.ts';
import type { Count } from '../conversations/count-conversations.ts';
import { countText } from '../conversations/count-text.ts';
import type { KnownLabel, KnownLabels } from '../conversations/known-labels.ts';
import { labelView } from '../conversations/view.ts';
import { words } from '../filing-words.ts';
import type { Store } from '../firebase/store.ts';
import { words as common } from '../words.ts';
import { changeLabel, deleteLabel } from './change-labels.ts';
import { labelNamed } from './label-names.ts';
import { PALETTE } from './palette.ts';

interface Props {
  store: Store;
  label: KnownLabel;
  known: KnownLabels;
  onDone(): void;
}

/** Name and colour of a label, and its deletion. */
export function EditLabel({ store, label, known, onDone }: Props) {
  const typed = useSignal(label.name);
  const color = useSignal(label.color);
  const count = useSignal<Count | null>(null);
  useEffect(() => {
    countAfterWrites(store, labelView(label.id)).then(
      (found) => (count.value = found),
      () => {},
    );
  }, [label.id]);
  const name = normaliseLine(typed.value, LABEL_NAME_MAX);
  const fault = name === '' ? words.labelNeedsName : labelNamed(known, name, label.id) ? words.labelExists : null;
  const save = () => {
    if (fault !== null) return;
    if (name !== label.name || color.value !== label.color) changeLabel(store, label.id, { name, color: color.value });
    onDone();
  };
  return (
    <form
      class="p-5 pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field
        label={words.labelName}
        name="label"
        autocomplete="off"
        maxLength={LABEL_NAME_MAX}
        value={typed.value}
        fault={fault}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
        }}
      />
      <fieldset>
        <legend class="mb-1.5 text-sm font-medium">{words.labelColour}</legend>
        <div class="flex flex-wrap gap-2">
          {PALETTE.map(([hex, name]) => (
            <label
              key={hex}
              title={name}
              class="grid size-8 place-items-center rounded-full has-checked:outline-2 has-checked:outline-accent"
            >
              <input
                type="radio"
                name="color"
                class="sr-only"
                aria-label={name}
                checked={color.value === hex}
                onChange={() => {
                  color.value = hex;
                }}
              />
              <span aria-hidden="true" class="size-6 rounded-full outline-1 outline-edge" style={{ backgroundColor: hex }} />
            </label>
          ))}
          <input
            type="color"
            aria-label={words.ownColour}
            title={words.ownColour}
            value={color.value}
            class="h-8 w-10"
            onInput={({ currentTarget }) => {
              color.value = currentTarget.value.toLowerCase();
            }}
          />
        </div>
      </fieldset>
      <p class="mt-4 min-h-5 text-sm text-soft">
        {count.value && words.labelUsed({ count: count.value.count, shown: countText(count.value) })}
      </p>
      <div class="mt-3 flex flex-wrap justify-end gap-2">
        <Button
          kind="danger"
          class="me-auto"
          onClick={() => {
            deleteLabel(store, label);
            onDone();
          }}
        >
          {words.deleteLabel}
        </Button>
        <Button onClick={onDone}>{common.cancel}</Button>
        <Button kind="primary" type="submit" disabled={fault !== null}>
          {words.saveLabel}
        </Button>
      </div>
    </form>
  );
}
