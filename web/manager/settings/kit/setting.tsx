import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { classes } from '../../../ui/classes.ts';
import { SavingNote } from './saving-note.tsx';
import type { Saving } from './use-saving.ts';

interface Props {
  /** The id of the control that the label names. */
  id: string;
  label: string;
  /** What it does, in a sentence. */
  help: string;
  saving?: ReadonlySignal<Saving>;
  /** The control, at the side. */
  control: ComponentChildren;
  /** Whether it goes below on a phone. */
  isWide?: boolean;
  /** More about it, below. */
  children?: ComponentChildren;
}

/** One setting: its name and a sentence of help, with the control at the side. */
export function Setting({ id, label, help, saving, control, isWide = false, children }: Props) {
  return (
    <div class="px-4 py-4 two:px-5">
      <div class={classes('flex items-start justify-between gap-4 two:gap-8', isWide && 'max-two:flex-col max-two:gap-3')}>
        <div class="min-w-0">
          <div class="flex flex-wrap items-baseline gap-x-3">
            <label for={id} class="text-base font-medium">
              {label}
            </label>
            {saving && <SavingNote saving={saving} />}
          </div>
          <p id={`${id}-help`} class="mt-0.5 max-w-[60ch] text-sm text-pretty text-soft">
            {help}
          </p>
        </div>
        {control}
      </div>
      {children}
    </div>
  );
}
