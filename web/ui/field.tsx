import type { ComponentChildren, TargetedInputEvent } from 'preact';
import { useId } from 'preact/hooks';
import { classes } from './classes.ts';

interface Props {
  label: string;
  name: string;
  type?: 'text' | 'email' | 'password';
  value: string;
  onInput(event: TargetedInputEvent<HTMLInputElement>): void;
  /** What the browser may fill in: a token of HTML's autofill, or `off`. */
  autocomplete: string;
  required?: boolean;
  maxLength?: number;
  /** A part of an address and no text: not spelt, not capitalised. */
  isVerbatim?: boolean;
  /** What stands before the typed text in the field: a part of it that never changes. */
  prefix?: string;
  /** One sentence of help. */
  hint?: ComponentChildren;
  /** What is wrong, as a sentence. It takes the place of the help. */
  fault?: string | null;
  /** Whether the help itself says what is wrong. */
  isWrong?: boolean;
}

/** A labelled line of text with its help and its fault. */
export function Field({ label, isVerbatim = false, prefix, hint, fault = null, isWrong = fault !== null, type = 'text', ...input }: Props) {
  const id = useId();
  const note = fault ?? hint;
  return (
    <div class="mb-5">
      <label for={id} class="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <div
        class={classes(
          'flex h-10 items-center overflow-clip rounded-lg border bg-raised has-focus-visible:outline-2 has-focus-visible:-outline-offset-1 has-focus-visible:outline-accent pointer-coarse:h-12',
          isWrong ? 'border-danger' : 'border-edge',
        )}
      >
        {prefix && <span class="max-w-[60%] shrink-0 truncate pl-3 text-md leading-[normal] text-soft select-none">{prefix}</span>}
        <input
          id={id}
          // Preact types each kind of field on its own; these three take the same attributes.
          type={type as 'text'}
          class={classes('h-full min-w-0 grow bg-transparent pr-3 text-md outline-none placeholder:text-soft', prefix ? 'pl-0.5' : 'pl-3')}
          aria-invalid={isWrong ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          {...(isVerbatim ? { spellcheck: false, autocapitalize: 'none' } : {})}
          {...input}
        />
      </div>
      <div
        id={`${id}-note`}
        class={classes('text-sm text-pretty', note ? 'mt-1.5' : null, fault ? 'text-danger' : 'text-soft')}
        aria-live="polite"
      >
        {note}
      </div>
    </div>
  );
}
