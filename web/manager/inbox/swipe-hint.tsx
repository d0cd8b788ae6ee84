import type { ReadonlySignal } from '@preact/signals';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Swipe } from './use-swipe.ts';

/** What a swiped row uncovers: what a release would do, in full colour once it would. */
export function SwipeHint({ swipe }: { swipe: ReadonlySignal<Swipe | null> }) {
  if (!swipe.value?.act) return null;
  const { shift, act, isFar } = swipe.value;
  const isAtLeft = shift > 0;
  return (
    <span
      aria-hidden="true"
      class={classes(
        'absolute inset-y-0 flex items-center overflow-clip rounded-xl px-5 text-sm font-medium forced-colors:border',
        isAtLeft ? 'left-0 justify-start' : 'right-0 justify-end',
        isFar ? 'bg-accent text-on-accent' : 'bg-hover text-soft',
      )}
      style={{ width: `${Math.abs(shift)}px` }}
    >
      <span class={classes('flex shrink-0 items-center gap-2', !isAtLeft && 'flex-row-reverse')}>
        <Icon name={act.icon} />
        {act.label}
      </span>
    </span>
  );
}
