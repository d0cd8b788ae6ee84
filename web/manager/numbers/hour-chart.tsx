import { useState } from 'preact/hooks';
import { zoneName } from '../../public-page/zone-name.ts';
import { Bars } from './bars.tsx';
import { ChartSentence } from './chart-sentence.tsx';
import { hourOfDay, hourSpan } from './formats.ts';
import { gapOf, hoursOf } from './habits.ts';
import { NotCounted } from './not-counted.tsx';
import { type Period, scaleEnd } from './period.ts';
import { words } from './words.ts';

/** The hours with a label below the chart. */
const LABELLED = [0, 6, 12, 18];

/** At which hours of the day people write, over a whole period. */
export function HourChart({ period: { days }, timeZone = 'UTC' }: { period: Period; timeZone?: string | undefined }) {
  const [asked, setAsked] = useState<number | null>(null);
  const hours = hoursOf(days);
  const most = Math.max(...hours);
  const busiest = hours.indexOf(most);
  const end = scaleEnd(most);
  const say = (hour: number) => words.messagesOn({ day: hourSpan(hour), count: hours[hour] ?? 0 });
  return (
    <section class="min-w-0">
      <h2 class="text-base font-semibold">{words.hoursTitle}</h2>
      <p class="mt-0.5 mb-3 text-sm text-pretty text-soft">{words.hoursAbout({ zone: zoneName(timeZone).name })}</p>
      <ChartSentence end={end} isAsked={asked !== null}>
        {asked !== null ? say(asked) : most > 0 ? words.hoursMost({ hours: hourSpan(busiest) }) : words.hoursNone}
      </ChartSentence>
      <Bars
        values={hours}
        end={end}
        label={words.hourByHour({ measure: words.hoursTitle })}
        say={say}
        asked={asked}
        setAsked={setAsked}
        begin={busiest}
      />
      <p class="mt-1 grid grid-cols-4 text-xs text-soft tabular-nums" aria-hidden="true">
        {LABELLED.map((hour) => (
          <span key={hour}>{hourOfDay(hour)}</span>
        ))}
      </p>
      <NotCounted gap={gapOf(days)} />
    </section>
  );
}
