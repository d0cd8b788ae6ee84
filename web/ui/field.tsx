import type { ComponentChildren, TargetedInputEvent } from 'preact';
import { useId } from 'preact/hooks';
import { classes } from './classes.ts';

interface Props {
  label: string;
  name: string;
  type?: 'text' | 'email' | 'password' | 'date';
  /** The first and last day of a date, `2026-12-12`. */
  min?: string;
  max?: string;
  value: string;
  onInput(event: TargetedInputEvent<HTMLInputElement>): void;
  /** A token of HTML's autofill, or `off`. */
  autocomplete: string;
  required?: boolean;
  maxLength?: number;
  /** For part of an address: no spell checking, no capitalisation. */
  isVerbatim?: boolean;
  /** A fixed part before the typed text, inside the field. */
  prefix?: string;
  hint?: ComponentChildren;
  /** The error as a sentence. Replaces the help. */
  fault?: string | null;
  /** Whether the help itself states the error. */
  isWrong?: boolean;
}

export function Field({ label, isVerbatim = false, prefix, hint, fault = null, isWrong = fault !== null, type = 'text', ...input }: Props) {
  const id = useId();
  const note = fault ?? hint;
  return (
    <div class="mb-5">
      <label for={id} class="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <div
        dir={isVerbatim ? 'ltr' : undefined}
        class={classes(
          'flex h-10 items-center overflow-clip rounded-lg border bg-raised has-focus-visible:outline-2 has-focus-visible:-outline-offset-1 has-focus-visible:outline-accent pointer-coarse:h-12',
          isWrong ? 'border-danger' : 'border-edge',
        )}
      >
        {prefix && <span class="max-w-[60%] shrink-0 truncate ps-3 text-md leading-[normal] text-soft select-none">{prefix}</span>}
        <input
          id={id}
          // Preact types each kind of field separately; these take the same attributes.
          type={type as 'text'}
          class={classes('h-full min-w-0 grow bg-transparent pe-3 text-md outline-none placeholder:text-soft', prefix ? 'ps-0.5' : 'ps-3')}
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
