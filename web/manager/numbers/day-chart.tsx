import { useState } from 'preact/hooks';
import { Bars } from './bars.tsx';
import { changeWords } from './change-words.ts';
import { ChartSentence } from './chart-sentence.tsx';
import { count, shortDay } from './formats.ts';
import { MEASURE_WORDS } from './measure-words.ts';
import { type Measure, type Period, scaleEnd } from './period.ts';
import { words } from './words.ts';

/** One measure by day: its sum, its change, and a bar for each day. */
export function DayChart({ period, measure }: { period: Period; measure: Measure }) {
  const { days, totals } = period;
  const [asked, setAsked] = useState<number | null>(null);
  const { title, on, soFar } = MEASURE_WORDS[measure];
  const last = days.length - 1;
  const values = days.map(({ counted }) => counted[measure] ?? 0);
  const say = (index: number) => {
    const said = { day: shortDay(days[index]?.name ?? ''), count: values[index] ?? 0 };
    return index === last ? soFar(said) : on(said);
  };
  const end = scaleEnd(Math.max(...values));
  return (
    <section class="min-w-0">
      <h2 class="text-sm font-medium text-soft">{title}</h2>
      <p class="mt-0.5 text-2xl font-semibold tracking-[-0.02em] tabular-nums">{count(totals[measure])}</p>
      <ChartSentence end={end} isAsked={asked !== null}>
        {asked === null ? (changeWords(period, measure) ?? words.inLastDays({ days: days.length })) : say(asked)}
      </ChartSentence>
      <Bars
        values={values}
        end={end}
        label={words.dayByDay({ measure: title })}
        say={say}
        asked={asked}
        setAsked={setAsked}
        begin={last}
        isPale={(index) => index === last}
      />
      <p class="mt-1 flex justify-between text-xs text-soft tabular-nums" aria-hidden="true">
        <span>{shortDay(days[0]?.name ?? '')}</span>
        <span>{words.todaySoFar}</span>
      </p>
    </section>
  );
}
