import type { ComponentChildren } from 'preact';
import { classes } from '../../ui/classes.ts';
import { count } from './formats.ts';

/** The line above a chart: what it says, and the value of its upper edge. */
export function ChartSentence({ end, isAsked, children }: { end: number; isAsked: boolean; children: ComponentChildren }) {
  return (
    <p class="mb-1 flex items-baseline justify-between gap-3 text-sm text-soft tabular-nums">
      <span class={classes('truncate', isAsked && 'font-medium text-ink')}>{children}</span>
      <span class="text-xs" aria-hidden="true">
        {count(end)}
      </span>
    </p>
  );
}
