import { RESERVED_LABEL } from '@foyer/domain/contact';
import { CONTACT } from '@foyer/domain/limits';
import { lineFault, normaliseLine } from '@foyer/domain/text';
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { sayDone } from '../notice/recent-acts.ts';
import { faultSentence } from '../problem-words.ts';
import { TypedText } from './typed-text.tsx';
import { words } from './words.ts';

interface Props {
  fields: Readonly<Record<string, string>>;
  change(fields: Readonly<Record<string, string>>): void;
}

/** The manager has just asked for this field. */
const focusNew = (field: HTMLElement | null) => field?.focus();

/** What a manager notes under their labels. In the order of the labels: Firestore keeps none. */
export function OwnFields({ fields, change }: Props) {
  const id = useId();
  const isAdding = useSignal(false);
  const latest = useRef({ fields, change });
  latest.current = { fields, change };
  const remove = (label: string) => {
    const { [label]: value = '', ...others } = fields;
    change(others);
    sayDone(words.removed({ what: label }), () => latest.current.change({ ...latest.current.fields, [label]: value }));
  };
  const sorted = Object.entries(fields).sort(([a], [b]) => a.localeCompare(b));
  return (
    <section aria-labelledby={id}>
      <h2 id={id} class="text-xs text-soft">
        {words.fields}
      </h2>
      <ul class={classes('flex flex-col gap-2', sorted.length > 0 && 'mt-2')}>
        {sorted.map(([label, value]) => (
          <li key={label} class="flex items-end gap-1">
            <div class="min-w-0 grow">
              <TypedText
                label={label}
                value={value}
                max={CONTACT.value}
                onSave={(text) => change({ ...latest.current.fields, [label]: text })}
              />
            </div>
            <IconButton icon="close" label={words.remove({ what: label })} onClick={() => remove(label)} />
          </li>
        ))}
      </ul>
      {isAdding.value ? (
        <NewField
          taken={fields}
          onAdd={(label, value) => {
            change({ ...fields, [label]: value });
            isAdding.value = false;
          }}
        />
      ) : (
        sorted.length < CONTACT.fields && (
          <Button kind="quiet" class="-ms-2.5" onClick={() => (isAdding.value = true)}>
            {words.addField}
          </Button>
        )
      )}
    </section>
  );
}

const LOOK =
  'h-9 w-full min-w-0 rounded-lg border border-edge bg-raised px-3 text-base outline-none focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-accent pointer-coarse:h-11 pointer-coarse:text-md';

function NewField({ taken, onAdd }: { taken: Readonly<Record<string, string>>; onAdd(label: string, value: string): void }) {
  const label = useSignal('');
  const value = useSignal('');
  const fault = useSignal<string | null>(null);
  const keep = () => {
    const named = normaliseLine(label.peek(), CONTACT.label);
    const filled = normaliseLine(value.peek(), CONTACT.value);
    const found = lineFault(named, CONTACT.label) ?? lineFault(filled, CONTACT.value);
    if (found) fault.value = faultSentence(found);
    else if (RESERVED_LABEL.test(named) || Object.hasOwn(taken, named)) fault.value = words.alreadyHere;
    else onAdd(named, filled);
  };
  return (
    <form
      noValidate
      class="mt-2 flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <input
        dir="auto"
        aria-label={words.fieldLabel}
        placeholder={words.fieldLabel}
        autocomplete="off"
        ref={focusNew}
        value={label.value}
        onInput={({ currentTarget }) => {
          label.value = currentTarget.value;
          fault.value = null;
        }}
        class={LOOK}
      />
      <input
        dir="auto"
        aria-label={words.fieldValue}
        placeholder={words.fieldValue}
        autocomplete="off"
        value={value.value}
        onInput={({ currentTarget }) => {
          value.value = currentTarget.value;
          fault.value = null;
        }}
        class={LOOK}
      />
      {fault.value && (
        <p role="alert" class="text-xs text-danger">
          {fault.value}
        </p>
      )}
      <Button type="submit" class="self-start">
        {words.addIt}
      </Button>
    </form>
  );
}
