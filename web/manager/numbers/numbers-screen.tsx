import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { zoneName } from '../../public-page/zone-name.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Delayed } from '../../ui/delayed.tsx';
import { SECTION_TITLES } from '../section-titles.ts';
import { useWorkspace } from '../workspace/context.ts';
import { DayChart } from './day-chart.tsx';
import { DayTable } from './day-table.tsx';
import { FirstReplies } from './first-replies.tsx';
import { HourChart } from './hour-chart.tsx';
import { HourTable } from './hour-table.tsx';
import { openNumbers, type Surroundings } from './numbers.ts';
import { MEASURES, PERIODS, type Period, type PeriodDays, periodOf } from './period.ts';
import { Ranking } from './ranking.tsx';
import { ReplyHabit } from './reply-habit.tsx';
import { words } from './words.ts';

export function NumbersScreen() {
  const { store } = useWorkspace();
  const count = useSignal<PeriodDays>(30);
  const numbers = useMemo(() => openNumbers(store, count), [store]);
  useEffect(() => numbers.close, [numbers]);
  const months = numbers.months.value;
  const around = numbers.around.value;
  const period = months && periodOf(months, numbers.today(), count.value);
  return (
    <div class="mx-auto w-full max-w-5xl px-4 pt-6 pb-16 two:px-8 two:pt-8">
      <header class="flex flex-wrap items-center justify-between gap-3">
        <h1 class="text-xl font-semibold tracking-[-0.015em]">{words.title}</h1>
        <PeriodSwitch chosen={count.value} choose={(days) => (count.value = days)} />
      </header>
      {period && around ? <Counted period={period} around={around} /> : <NotYet hasFailed={numbers.hasFailed.value} />}
    </div>
  );
}

function PeriodSwitch({ chosen, choose }: { chosen: PeriodDays; choose(days: PeriodDays): void }) {
  return (
    <fieldset class="flex rounded-lg bg-hover p-0.5">
      <legend class="sr-only">{words.periodLegend}</legend>
      {PERIODS.map((days) => (
        <button
          key={days}
          type="button"
          aria-pressed={days === chosen}
          onClick={() => choose(days)}
          class={classes(
            'h-7 rounded-md px-3 text-sm tabular-nums pointer-coarse:h-11',
            days === chosen ? 'bg-paper font-medium shadow-edge' : 'text-soft hover:text-ink',
          )}
        >
          {words.periodDays({ days })}
        </button>
      ))}
    </fieldset>
  );
}

function Counted({ period, around }: { period: Period; around: Surroundings }) {
  const isTable = useSignal(false);
  const isEmpty = period.before === null && MEASURES.every((measure) => period.totals[measure] === 0);
  if (isEmpty) {
    return (
      <>
        <Nothing />
        <HowItIsCounted timeZone={around.profile.timeZone} />
      </>
    );
  }
  return (
    <>
      <div class="mt-6 grid gap-x-10 gap-y-10 two:grid-cols-2">
        {MEASURES.map((measure) => (
          <DayChart key={measure} period={period} measure={measure} />
        ))}
      </div>
      <Button class="mt-6" onClick={() => (isTable.value = !isTable.value)}>
        {isTable.value ? words.hideTable : words.showTable}
      </Button>
      <div class={isTable.value ? 'mt-4' : 'sr-only'}>
        <DayTable period={period} />
        <div class="mt-8">
          <HourTable period={period} />
        </div>
      </div>
      <div class="mt-12 grid gap-x-10 gap-y-10 two:grid-cols-2">
        <HourChart period={period} timeZone={around.profile.timeZone} />
        <div class="flex flex-col gap-10">
          <FirstReplies period={period} />
          <ReplyHabit around={around} />
        </div>
        <Rankings period={period} around={around} />
      </div>
      <HowItIsCounted timeZone={around.profile.timeZone} />
    </>
  );
}

/** Which sections were seen, and where conversations started. */
function Rankings({ period: { sections, starts, totals }, around }: { period: Period; around: Surroundings }) {
  const titleOf = (kind: keyof typeof SECTION_TITLES) =>
    around.profile.sections.find((section) => section.kind === kind)?.title || SECTION_TITLES[kind];
  const looked = [...sections].map(([kind, count]) => ({ name: titleOf(kind), count }));
  const begun = [...starts].map(([kind, count]) => ({ name: kind === 'box' ? words.messageBox : titleOf(kind), count }));
  return (
    <>
      {looked.length > 0 && <Ranking title={words.sectionsTitle} sentence={words.sectionsAbout} rows={looked} whole={totals.views} />}
      {begun.length > 0 && <Ranking title={words.startsTitle} sentence={words.startsAbout} rows={begun} whole={totals.conversations} />}
    </>
  );
}

function Nothing() {
  const page = useWorkspace().page.value;
  return (
    <section class="enter mt-10 max-w-md">
      <h2 class="text-lg font-semibold">{words.emptyTitle}</h2>
      <p class="mt-1 text-md text-pretty text-soft">{words.empty}</p>
      {page && (
        <div class="mt-4">
          <CopyButton text={page.href} label={words.copyAddress} isWide />
        </div>
      )}
    </section>
  );
}

function HowItIsCounted({ timeZone = 'UTC' }: { timeZone?: string | undefined }) {
  return (
    <section class="mt-12 max-w-prose border-t border-line pt-5 text-sm text-pretty text-soft">
      <h2 class="font-medium text-ink">{words.howTitle}</h2>
      <p class="mt-1">{words.how}</p>
      <p class="mt-2">{words.howNot}</p>
      <p class="mt-2">{words.howOften({ zone: zoneName(timeZone).name })}</p>
    </section>
  );
}

function NotYet({ hasFailed }: { hasFailed: boolean }) {
  if (hasFailed) {
    return (
      <p role="alert" class="mt-10 text-sm">
        {words.failed}
      </p>
    );
  }
  return (
    <Delayed>
      <p role="status" class="sr-only">
        {words.loading}
      </p>
      <div class="pulse mt-6 grid gap-10 two:grid-cols-2" aria-hidden="true">
        {MEASURES.map((measure) => (
          <div key={measure}>
            <div class="h-4 w-28 rounded bg-hover" />
            <div class="mt-2 h-7 w-16 rounded bg-hover" />
            <div class="mt-8 h-28 rounded bg-hover" />
          </div>
        ))}
      </div>
    </Delayed>
  );
}
