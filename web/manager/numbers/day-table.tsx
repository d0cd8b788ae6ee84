import { count, shortDay } from './formats.ts';
import { MEASURE_WORDS } from './measure-words.ts';
import { MEASURES, type Period } from './period.ts';
import { words } from './words.ts';

/** The same numbers as a table, the latest day first. */
export function DayTable({ period: { days } }: { period: Period }) {
  return (
    <table class="w-full text-sm tabular-nums">
      <caption class="sr-only">{words.tableCaption}</caption>
      <thead>
        <tr class="border-b border-line text-soft">
          <th scope="col" class="py-2 text-start text-xs font-medium">
            {words.day}
          </th>
          {MEASURES.map((measure) => (
            <th key={measure} scope="col" class="py-2 ps-2 text-end text-xs font-medium">
              {MEASURE_WORDS[measure].column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map(({ name, counted }, index) => (
          <tr key={name} class="border-b border-line">
            <th scope="row" class="py-1.5 text-start font-normal whitespace-nowrap">
              {index === 0 ? words.todayRow : shortDay(name)}
            </th>
            {MEASURES.map((measure) => (
              <td key={measure} class={counted[measure] ? 'py-1.5 ps-2 text-end' : 'py-1.5 ps-2 text-end text-soft'}>
                {count(counted[measure] ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
