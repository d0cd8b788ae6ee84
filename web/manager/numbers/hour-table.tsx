import { count, hourSpan } from './formats.ts';
import { hoursOf } from './habits.ts';
import type { Period } from './period.ts';
import { words } from './words.ts';

/** The messages of a period by hour as a table. */
export function HourTable({ period: { days } }: { period: Period }) {
  return (
    <table class="w-full text-sm tabular-nums">
      <caption class="py-2 text-start font-semibold">{words.hoursCaption}</caption>
      <thead>
        <tr class="border-b border-line text-soft">
          <th scope="col" class="py-2 text-start text-xs font-medium">
            {words.hour}
          </th>
          <th scope="col" class="py-2 ps-2 text-end text-xs font-medium">
            {words.messagesColumn}
          </th>
        </tr>
      </thead>
      <tbody>
        {hoursOf(days).map((amount, hour) => (
          <tr key={hour} class="border-b border-line">
            <th scope="row" class="py-1.5 text-start font-normal whitespace-nowrap">
              {hourSpan(hour)}
            </th>
            <td class={amount > 0 ? 'py-1.5 ps-2 text-end' : 'py-1.5 ps-2 text-end text-soft'}>{count(amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
