import { firstRepliesOf, gapOf, roughWait } from './habits.ts';
import { NotCounted } from './not-counted.tsx';
import type { Day, Period } from './period.ts';
import { words } from './words.ts';

const SPANS = [7, 30] as const;

/** The median first reply of the last days, whatever the period of the charts. */
export function FirstReplies({ period: { days } }: { period: Period }) {
  return (
    <section class="min-w-0">
      <h2 class="text-base font-semibold">{words.firstReplyTitle}</h2>
      <p class="mt-0.5 text-sm text-pretty text-soft">{words.firstReplyAbout}</p>
      <dl class="mt-3 grid grid-cols-2 gap-x-6">
        {SPANS.map((span) => (
          <Figure key={span} days={days.slice(-span)} />
        ))}
      </dl>
      <NotCounted gap={gapOf(days.slice(-Math.max(...SPANS)))} />
    </section>
  );
}

function Figure({ days }: { days: readonly Day[] }) {
  const { count, median } = firstRepliesOf(days);
  const none = gapOf(days)?.countedFrom === null ? words.notCounted : words.noFirstReply;
  return (
    <div class="flex min-w-0 flex-col">
      <dt class="text-sm text-soft first-letter:uppercase">{words.inLastDays({ days: days.length })}</dt>
      <dd class="mt-0.5 text-lg font-semibold text-balance tabular-nums">
        {median === null ? <span class="font-normal text-soft">{none}</span> : sayWait(median)}
      </dd>
      {count > 0 && <dd class="mt-0.5 text-sm text-soft tabular-nums">{words.firstReplyBasis({ count })}</dd>}
    </div>
  );
}

function sayWait(ms: number): string {
  const rough = roughWait(ms);
  if (rough === 'under-a-minute') return words.underMinute;
  const { unit, count } = rough;
  return { minutes: words.aboutMinutes, hours: words.aboutHours, days: words.aboutDays }[unit]({ count });
}
