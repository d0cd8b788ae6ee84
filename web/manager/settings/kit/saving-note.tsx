import type { ReadonlySignal } from '@preact/signals';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/icon.tsx';
import { words } from '../words.ts';
import type { Saving } from './use-saving.ts';

/** Says next to a setting's name that it was saved, or why not. Its frame is always there, so screen readers hear it. */
export function SavingNote({ saving: { value: saving } }: { saving: ReadonlySignal<Saving> }) {
  const isSaid = saving === 'saved' || saving === 'waiting' || saving === 'refused';
  return (
    <span role="status" class={classes('text-xs', saving === 'refused' ? 'text-danger' : 'text-soft')}>
      {isSaid && (
        <span class="enter inline-flex items-center gap-1">
          {saving === 'saved' && <Icon name="done" class="size-3.5 text-accent" />}
          {saving === 'saved' ? words.saved : saving === 'waiting' ? words.savedOffline : words.notSaved}
        </span>
      )}
    </span>
  );
}
