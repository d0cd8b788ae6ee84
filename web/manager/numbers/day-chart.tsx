import { useState } from 'preact/hooks';
import { classes } from '../../ui/classes.ts';
import { changeWords, type Measure, type Period, scaleEnd } from './period.ts';
import { MEASURE_WORDS, shortDay } from './words.ts';

/** In units of the drawing, which is stretched to the room that there is. */
const HEIGHT = 100;
const STEP = 10;
const BAR = 7.5;

/** One measure, day by day: its sum, what has changed, and a bar for each day that can be asked for its number by pointer and by key. */
export function DayChart({ period, measure }: { period: Period; measure: Measure }) {
  const { days, totals } = period;
  const [asked, setAsked] = useState<number | null>(null);
  const { title, one, many } = MEASURE_WORDS[measure];
  const last = days.length - 1;
  const countOf = (index: number) => days[index]?.counted[measure] ?? 0;
  const say = (index: number) => {
    const count = countOf(index);
    return `${shortDay(days[index]?.name ?? '')}: ${count.toLocaleString()} ${count === 1 ? one : many}${index === last ? ' so far' : ''}`;
  };
  const end = scaleEnd(Math.max(...days.map((_, index) => countOf(index))));

  const ask = (event: PointerEvent) => {
    if (!(event.currentTarget instanceof Element)) return;
    const { left, width } = event.currentTarget.getBoundingClientRect();
    setAsked(Math.min(last, Math.max(0, Math.floor(((event.clientX - left) / width) * days.length))));
  };
  // A finger that is taken away has asked for what is under it.
  const leave = ({ pointerType }: PointerEvent) => {
    if (pointerType === 'mouse') setAsked(null);
  };
  const step = (event: KeyboardEvent) => {
    const from = asked ?? last;
    const to = { ArrowLeft: from - 1, ArrowDown: from - 1, ArrowRight: from + 1, ArrowUp: from + 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setAsked(Math.min(last, Math.max(0, to)));
  };

  return (
    <section class="min-w-0">
      <h2 class="text-sm font-medium text-soft">{title}</h2>
      <p class="mt-0.5 text-2xl font-semibold tracking-[-0.02em] tabular-nums">{totals[measure].toLocaleString()}</p>
      <p class="mb-1 flex items-baseline justify-between gap-3 text-sm text-soft tabular-nums">
        <span class={classes('truncate', asked !== null && 'font-medium text-ink')}>
          {asked === null ? (changeWords(period, measure) ?? `in the last ${days.length} days`) : say(asked)}
        </span>
        <span class="text-xs" aria-hidden="true">
          {end.toLocaleString()}
        </span>
      </p>
      <div
        role="slider"
        tabIndex={0}
        aria-label={`${title}, day by day`}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={asked ?? last}
        aria-valuetext={say(asked ?? last)}
        onFocus={() => setAsked((known) => known ?? last)}
        onBlur={() => setAsked(null)}
        onKeyDown={step}
        onPointerMove={ask}
        onPointerDown={ask}
        onPointerLeave={leave}
        class="touch-pan-y border-y border-line"
      >
        <svg
          viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
          preserveAspectRatio="none"
          class="block h-28 w-full"
          aria-hidden="true"
          focusable="false"
        >
          {days.map(({ name }, index) => {
            const height = (countOf(index) / end) * HEIGHT;
            return (
              <rect
                key={name}
                x={index * STEP + (STEP - BAR) / 2}
                y={HEIGHT - height}
                width={BAR}
                height={height}
                class={classes(index === asked ? 'fill-accent' : 'fill-edge', index === last && index !== asked && 'opacity-45')}
              />
            );
          })}
        </svg>
      </div>
      <p class="mt-1 flex justify-between text-xs text-soft tabular-nums" aria-hidden="true">
        <span>{shortDay(days[0]?.name ?? '')}</span>
        <span>today, not over yet</span>
      </p>
    </section>
  );
}
