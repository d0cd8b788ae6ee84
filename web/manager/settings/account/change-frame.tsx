import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { FormFault } from '../../auth/form-parts.tsx';
import { words } from '../words.ts';
import type { useChange } from './use-change.ts';

interface Props {
  /** The setting's name. */
  label: string;
  /** What it is now. */
  value: ComponentChildren;
  help: string;
  /** What the button that opens the form says, in sight and to screen readers. */
  opener: { text: string; name: string };
  change: ReturnType<typeof useChange>;
  onSubmit(): void;
  submit: string;
  children: ComponentChildren;
}

/** A setting that needs more than a click: its form opens below it, and gives the focus back when it closes. */
export function ChangeFrame({ label, value, help, opener, change, onSubmit, submit, children }: Props) {
  const { isOpen, isBusy, fault, done } = change;
  const form = useRef<HTMLFormElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    if (isOpen) form.current?.querySelector<HTMLInputElement>('input:not([type="hidden"])')?.focus();
    else if (wasOpen.current) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <div class="px-4 py-4 two:px-5">
      <div class="flex items-start justify-between gap-4 two:gap-8">
        <div class="min-w-0">
          <h3 class="text-base font-medium">{label}</h3>
          {value && <p class="mt-0.5 text-base break-words">{value}</p>}
          <p class="mt-0.5 max-w-[60ch] text-sm text-pretty text-soft">{help}</p>
        </div>
        {!isOpen && (
          <button
            ref={button}
            type="button"
            aria-label={opener.name}
            onClick={change.open}
            class="inline-flex h-8 shrink-0 items-center rounded-lg border border-line bg-paper px-3 text-sm font-medium hover:bg-hover pointer-coarse:h-11"
          >
            {opener.text}
          </button>
        )}
      </div>
      <p role="status" class={done ? 'enter mt-3 rounded-lg bg-tint px-3 py-2 text-sm text-pretty' : undefined}>
        {done}
      </p>
      {isOpen && (
        <form
          ref={form}
          noValidate
          class="enter mt-5 max-w-sm"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isBusy) onSubmit();
          }}
          onKeyDown={(event) => event.key === 'Escape' && change.close()}
        >
          <FormFault fault={fault} />
          {children}
          <div class="flex flex-wrap gap-2">
            <Button type="submit" kind="primary" aria-busy={isBusy} disabled={isBusy}>
              {submit}
            </Button>
            <Button kind="quiet" onClick={change.close}>
              {words.cancel}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
