import type { Fault } from '@foyer/domain/fault';
import { lineFault, normaliseLine, normaliseText, textFault } from '@foyer/domain/text';
import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { classes } from '../../ui/classes.ts';
import { faultSentence } from '../problem-words.ts';

/** After a pause of this length in typing, the text is stored. */
const PAUSE_MS = 1000;

interface Props {
  label: string;
  value: string;
  max: number;
  /** Whether it has several lines and may be empty. */
  isLong?: boolean;
  /** What an empty line means; without it, it isn't stored. */
  mayBeEmpty?: boolean;
  hint?: string;
  /** Gets the normalised text. */
  onSave(text: string): void;
}

const LOOK =
  'block w-full rounded-lg border bg-raised px-3 text-base outline-none focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-accent pointer-coarse:text-md';

/** A text that is stored as it is typed. What another device stores meanwhile appears unless something is typed here. */
export function TypedText({ label, value, max, isLong = false, mayBeEmpty = isLong, hint, onSave }: Props) {
  const id = useId();
  const typed = useSignal(value);
  const fault = useSignal<Fault | null>(null);
  const isTyped = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (!isTyped.current) typed.value = value;
  }, [value]);

  const save = () => {
    clearTimeout(timer.current);
    if (!isTyped.current) return;
    const text = isLong ? normaliseText(typed.peek(), max) : normaliseLine(typed.peek(), max);
    const isEmpty = text === '' && mayBeEmpty;
    fault.value = isEmpty ? null : isLong ? textFault(text, max) : lineFault(text, max);
    if (fault.value) return;
    isTyped.current = false;
    if (text !== value) onSave(text);
  };
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const flush = () => latest.current();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);

  const note = fault.value ? faultSentence(fault.value) : hint;
  const attributes = {
    id,
    dir: 'auto',
    autocomplete: 'off',
    value: typed.value,
    'aria-invalid': fault.value ? true : undefined,
    'aria-describedby': note ? `${id}-note` : undefined,
    onInput({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) {
      typed.value = currentTarget.value;
      isTyped.current = true;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => latest.current(), PAUSE_MS);
    },
    onBlur: save,
  } as const;
  const border = fault.value ? 'border-danger' : 'border-edge';
  return (
    <div>
      <label for={id} class="mb-1 block text-xs text-soft">
        {label}
      </label>
      {isLong ? (
        <textarea {...attributes} rows={3} class={classes(LOOK, border, 'max-h-80 resize-none py-2 [field-sizing:content]')} />
      ) : (
        <input {...attributes} class={classes(LOOK, border, 'h-9 pointer-coarse:h-11')} />
      )}
      {note && (
        <p id={`${id}-note`} aria-live="polite" class={classes('mt-1 text-xs text-pretty', fault.value ? 'text-danger' : 'text-soft')}>
          {note}
        </p>
      )}
    </div>
  );
}
