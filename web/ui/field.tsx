import type { ComponentChildren, LooseInputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import { classes } from './classes.ts';

interface Props extends LooseInputHTMLAttributes<HTMLInputElement> {
  label: string;
  /** What stands before the typed text in the field: a part of it that never changes. */
  prefix?: string;
  /** One sentence of help. */
  hint?: ComponentChildren;
  /** What is wrong, as a sentence. It takes the place of the help. */
  fault?: string | null;
}

/** A labelled line of text with its help and its fault. */
export function Field({ label, prefix, hint, fault, class: extra, ...input }: Props) {
  const id = useId();
  const note = fault ?? hint;
  return (
    <div class={typeof extra === 'string' ? extra : undefined}>
      <label for={id} class="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <div
        class={classes(
          'flex h-10 items-center overflow-clip rounded-lg border bg-raised has-focus-visible:outline-2 has-focus-visible:-outline-offset-1 has-focus-visible:outline-accent pointer-coarse:h-12',
          fault ? 'border-danger' : 'border-edge',
        )}
      >
        {prefix && <span class="max-w-[55%] truncate pl-3 text-md text-soft select-none">{prefix}</span>}
        <input
          id={id}
          class={classes(
            'h-full w-full min-w-0 bg-transparent pr-3 text-md outline-none placeholder:text-soft',
            prefix ? 'pl-0.5' : 'pl-3',
          )}
          aria-invalid={fault ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          {...input}
        />
      </div>
      <div id={`${id}-note`} class={classes('mt-1.5 min-h-5 text-sm text-pretty', fault ? 'text-danger' : 'text-soft')} aria-live="polite">
        {note}
      </div>
    </div>
  );
}
