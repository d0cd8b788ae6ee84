import { MEASURES, type Period } from './period.ts';
import { MEASURE_WORDS, shortDay } from './words.ts';

/** The same numbers in words and columns, the latest day first. */
export function DayTable({ period: { days } }: { period: Period }) {
  return (
    <table class="w-full text-sm tabular-nums">
      <caption class="sr-only">What was counted, day by day</caption>
      <thead>
        <tr class="border-b border-line text-soft">
          <th scope="col" class="py-2 text-left text-xs font-medium">
            Day
          </th>
          {MEASURES.map((measure) => (
            <th key={measure} scope="col" class="py-2 pl-2 text-right text-xs font-medium first-letter:uppercase">
              {MEASURE_WORDS[measure].many}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map(({ name, counted }, index) => (
          <tr key={name} class="border-b border-line">
            <th scope="row" class="py-1.5 text-left font-normal whitespace-nowrap">
              {index === 0 ? 'Today, so far' : shortDay(name)}
            </th>
            {MEASURES.map((measure) => (
              <td key={measure} class={counted[measure] ? 'py-1.5 pl-2 text-right' : 'py-1.5 pl-2 text-right text-soft'}>
                {(counted[measure] ?? 0).toLocaleString()}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
