import { LABEL_NAME_MAX, LABELS_MAX } from '@foyer/domain/limits';
import { normaliseLine } from '@foyer/domain/text';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Conversation } from '../conversations/conversation.ts';
import { afterChange } from '../conversations/conversation-state.ts';
import { type KnownLabel, labels, needLabels } from '../conversations/known-labels.ts';
import { words } from '../filing-words.ts';
import type { Store } from '../firebase/store.ts';
import { words as common } from '../words.ts';
import { createLabel } from './change-labels.ts';
import { EditLabel } from './edit-label.tsx';
import { LABELS_OF_MANAGER_MAX, labelNamed, labelsLike } from './label-names.ts';
import { PALETTE } from './palette.ts';

export interface Props {
  store: Store;
  /** Those that get labels; empty to manage labels alone. */
  conversations: readonly Conversation[];
  onClose(): void;
  onSwitch?(conversations: readonly Conversation[], label: KnownLabel, isOn: boolean): void;
}

const ROW = 'flex min-h-10 min-w-0 grow items-center gap-3 text-base pointer-coarse:min-h-12';

/** Finds, creates, changes and deletes labels, and adds them to conversations. Enter takes the first one found, or creates the typed one. */
export function LabelDialog({ store, conversations, onClose, onSwitch }: Props) {
  const typed = useSignal('');
  const editing = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const fault = useSignal('');
  /** As this dialog has changed them. */
  const current = useSignal(conversations);
  useEffect(() => needLabels(store), [store]);

  const known = labels.value ?? new Map<string, KnownLabel>();
  const edited = editing.value === null ? undefined : known.get(editing.value);
  const name = normaliseLine(typed.value, LABEL_NAME_MAX);
  const found = labelsLike(known, name);
  const isNew = name !== '' && labels.value !== null && !labelNamed(known, name);

  const toggle = (label: KnownLabel, isOn: boolean) => {
    const changed = current.value.filter((one) => one.labels.includes(label.id) !== isOn);
    if (changed.length === 0) return;
    if (isOn && changed.some((one) => one.labels.length >= LABELS_MAX)) {
      fault.value = words.tooManyOnOne({ max: LABELS_MAX });
      return;
    }
    fault.value = '';
    onSwitch?.(changed, label, isOn);
    const after = (one: Conversation) => ({ ...one, ...afterChange(one, { label: { id: label.id, isOn } }) });
    current.value = current.value.map((one) => (changed.includes(one) ? after(one) : one));
  };
  const isOnAll = (label: KnownLabel) => current.value.every((one) => one.labels.includes(label.id));

  const create = async () => {
    if (isBusy.value) return;
    if (known.size >= LABELS_OF_MANAGER_MAX) {
      fault.value = words.tooManyLabels({ max: LABELS_OF_MANAGER_MAX });
      return;
    }
    isBusy.value = true;
    const color = PALETTE[known.size % PALETTE.length]?.[0] ?? '#333333';
    const id = await createLabel(store, { name, color }, known);
    isBusy.value = false;
    if (id === null) return;
    typed.value = '';
    if (current.value.length > 0) toggle({ id, name, color, textColor: '' }, true);
    else editing.value = id;
  };
  const submit = () => {
    const [first] = found;
    if (isNew && !first) create();
    else if (first && name !== '' && current.value.length > 0) toggle(first, !isOnAll(first));
    else if (isNew) create();
  };

  return (
    <Dialog label={words.labels} onClose={onClose}>
      <div class="flex items-center justify-between ps-5 pe-3 pt-3">
        <h2 class="text-base font-semibold">{edited ? words.editLabel({ label: edited.name }) : words.labels}</h2>
        <IconButton icon="close" label={common.close} onClick={onClose} />
      </div>
      {edited ? (
        <EditLabel store={store} label={edited} known={known} onDone={() => (editing.value = null)} />
      ) : (
        <div class="p-2 pt-1">
          <form
            class="px-3 pb-2"
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            <input
              type="text"
              autofocus
              autocomplete="off"
              aria-label={words.findLabel}
              placeholder={words.findLabel}
              maxLength={LABEL_NAME_MAX}
              value={typed.value}
              onInput={({ currentTarget }) => {
                typed.value = currentTarget.value;
                fault.value = '';
              }}
              class="h-10 w-full rounded-lg border border-edge bg-raised px-3 text-base placeholder:text-soft pointer-coarse:h-12"
            />
            <p role="alert" class="text-sm text-pretty text-danger">
              {fault.value}
            </p>
          </form>
          <ul class="max-h-[40dvh] overflow-y-auto">
            {found.map((label) => (
              <li key={label.id} class="flex items-center rounded-lg ps-3 hover:bg-hover">
                {current.value.length > 0 ? (
                  <label class={ROW}>
                    <input
                      type="checkbox"
                      class="size-4 shrink-0 accent-accent"
                      checked={isOnAll(label)}
                      indeterminate={!isOnAll(label) && current.value.some((one) => one.labels.includes(label.id))}
                      onChange={() => toggle(label, !isOnAll(label))}
                    />
                    <LabelName label={label} />
                  </label>
                ) : (
                  <span class={ROW}>
                    <LabelName label={label} />
                  </span>
                )}
                <IconButton icon="pencil" label={words.editLabel({ label: label.name })} onClick={() => (editing.value = label.id)} />
              </li>
            ))}
          </ul>
          {isNew && (
            <Button kind="quiet" class="w-full justify-start!" onClick={create} disabled={isBusy.value}>
              <Icon name="plus" />
              <span class="min-w-0 truncate">{words.createLabel({ label: name })}</span>
            </Button>
          )}
          {known.size === 0 && name === '' && <p class="px-3 pt-1 pb-2 text-sm text-pretty text-soft">{words.noLabelsYet}</p>}
        </div>
      )}
    </Dialog>
  );
}

function LabelName({ label: { name, color } }: { label: KnownLabel }) {
  return (
    <>
      <ColorDot color={color} />
      <span dir="auto" class="min-w-0 truncate">
        {name}
      </span>
    </>
  );
}

export function ColorDot({ color }: { color: string }) {
  return <span aria-hidden="true" class="mx-0.5 size-3 shrink-0 rounded-full outline-1 outline-edge" style={{ backgroundColor: color }} />;
}
