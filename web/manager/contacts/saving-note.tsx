import type { ReadonlySignal } from '@preact/signals';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Saving } from './use-writing.ts';
import { words } from './words.ts';

const SAID: Partial<Record<Saving, string>> = { saved: words.saved, waiting: words.savedOffline, refused: words.notSaved };

/** Says that a contact was saved, or why not, at the bottom of what is visible of it. Its frame is always there, so screen readers hear it. */
export function SavingNote({ saving: { value: saving } }: { saving: ReadonlySignal<Saving> }) {
  const said = SAID[saving];
  return (
    <p role="status" class={classes('sticky bottom-3 h-0 text-xs', saving === 'refused' ? 'text-danger' : 'text-soft')}>
      {said && (
        <span class="enter absolute end-0 bottom-0 flex items-center gap-1 rounded-full border border-line bg-raised px-2.5 py-1">
          {saving === 'saved' && <Icon name="done" class="size-3.5 text-accent" />}
          {said}
        </span>
      )}
    </p>
  );
}
