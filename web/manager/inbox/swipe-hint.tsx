import type { ReadonlySignal } from '@preact/signals';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Swipe } from './use-swipe.ts';

/** Shown under a swiped row: the act that a release runs, in full colour once the swipe is far enough. */
export function SwipeHint({ swipe }: { swipe: ReadonlySignal<Swipe | null> }) {
  if (!swipe.value?.act) return null;
  const { shift, side, act, isFar } = swipe.value;
  const isAtStart = side === 'end';
  return (
    <span
      aria-hidden="true"
      class={classes(
        'absolute inset-y-0 flex items-center overflow-clip rounded-xl px-5 text-sm font-medium forced-colors:border',
        isAtStart ? 'start-0 justify-start' : 'end-0 justify-end',
        isFar ? 'bg-accent text-on-accent' : 'bg-hover text-soft',
      )}
      style={{ width: `${Math.abs(shift)}px` }}
    >
      <span class={classes('flex shrink-0 items-center gap-2', !isAtStart && 'flex-row-reverse')}>
        <Icon name={act.icon} />
        {act.label}
      </span>
    </span>
  );
}
