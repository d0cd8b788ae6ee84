import { lineFault, normaliseLine } from '@foyer/domain/text';
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { sayDone } from '../notice/recent-acts.ts';
import { faultSentence } from '../problem-words.ts';
import { words } from './words.ts';

interface Props {
  title: string;
  /** The name of the field for a new one, and of the button that opens it. */
  label: string;
  add: string;
  kind: 'email' | 'tel';
  entries: readonly string[];
  max: number;
  /** The longest entry. */
  length: number;
  /** One that is known from elsewhere, offered until it is added. */
  offered?: string | undefined;
  change(entries: readonly string[]): void;
}

/** The manager has just asked for this field. */
const focusNew = (field: HTMLElement | null) => field?.focus();

/** The email addresses or phone numbers of a contact. */
export function EntryList({ title, label, add, kind, entries, max, length, offered, change }: Props) {
  const id = useId();
  const isAdding = useSignal(false);
  const typed = useSignal('');
  const fault = useSignal<string | null>(null);
  const latest = useRef(change);
  latest.current = change;
  const keep = () => {
    const entry = normaliseLine(typed.peek(), length);
    const found = lineFault(entry, length);
    if (found) fault.value = faultSentence(found);
    else if (entries.includes(entry)) fault.value = words.alreadyHere;
    else {
      change([...entries, entry]);
      typed.value = '';
      isAdding.value = false;
    }
  };
  const remove = (entry: string) => {
    const without = entries.filter((other) => other !== entry);
    change(without);
    sayDone(words.removed({ what: entry }), () => latest.current(entries));
  };
  return (
    <section aria-labelledby={id}>
      <h2 id={id} class="text-xs text-soft">
        {title}
      </h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry} class="flex min-h-9 items-center gap-1">
            <a
              href={kind === 'email' ? `mailto:${encodeURIComponent(entry).replace('%40', '@')}` : `tel:${entry.replace(/[^\d+*#]/g, '')}`}
              dir="ltr"
              class="min-w-0 grow rounded text-base underline decoration-line underline-offset-3 [overflow-wrap:anywhere] hover:decoration-ink rtl:text-end pointer-coarse:py-3"
            >
              {entry}
            </a>
            <IconButton icon="close" label={words.remove({ what: entry })} onClick={() => remove(entry)} />
          </li>
        ))}
      </ul>
      {offered !== undefined && entries.length < max && !entries.includes(offered) && (
        <Button kind="quiet" class="-ms-2.5 max-w-full" onClick={() => change([...entries, offered])}>
          <Icon name="plus" />
          <span class="truncate">{words.addNamed({ what: offered })}</span>
        </Button>
      )}
      {isAdding.value ? (
        <form
          noValidate
          class="mt-1 flex flex-wrap items-start gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
        >
          <input
            // Preact types each kind of field separately; these take the same attributes.
            type={kind as 'tel'}
            dir="ltr"
            aria-label={label}
            aria-invalid={fault.value ? true : undefined}
            autocomplete="off"
            ref={focusNew}
            value={typed.value}
            onInput={({ currentTarget }) => {
              typed.value = currentTarget.value;
              fault.value = null;
            }}
            class="h-9 min-w-0 grow basis-40 rounded-lg border border-edge bg-raised px-3 text-base outline-none focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-accent pointer-coarse:h-11 pointer-coarse:text-md"
          />
          <Button type="submit" class="h-9!">
            {words.addIt}
          </Button>
          {fault.value && (
            <p role="alert" class="basis-full text-xs text-danger">
              {fault.value}
            </p>
          )}
        </form>
      ) : (
        entries.length < max && (
          <Button kind="quiet" class="-ms-2.5" onClick={() => (isAdding.value = true)}>
            {add}
          </Button>
        )
      )}
    </section>
  );
}
