import type { Availability } from '@foyer/domain/settings';
import { classes } from '../../ui/classes.ts';

/** Each has its own shape, so it says the same without its colour. The name is always next to it. */
const LOOKS: Readonly<Record<Availability, string>> = {
  automatic: 'border-online bg-online forced-colors:bg-[CanvasText]',
  away: 'border-soft',
  'do-not-disturb': 'border-danger bg-danger forced-colors:border-[CanvasText]',
  invisible: 'border-soft border-dotted',
};

export function PresenceDot({ availability, class: extra }: { availability: Availability; class?: string }) {
  return (
    <span
      aria-hidden="true"
      class={classes('relative grid size-2.5 place-items-center rounded-full border-[1.5px]', LOOKS[availability], extra)}
    >
      {availability === 'do-not-disturb' && <span class="h-0.5 w-1.5 rounded-full bg-paper forced-colors:bg-[CanvasText]" />}
    </span>
  );
}
