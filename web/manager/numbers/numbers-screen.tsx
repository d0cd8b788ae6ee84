import { SECTION_TITLES } from '@foyer/web/public-page/sections/section';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { zoneName } from '../../public-page/zone-name.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Delayed } from '../../ui/delayed.tsx';
import { useWorkspace } from '../workspace/context.ts';
import { DayChart } from './day-chart.tsx';
import { DayTable } from './day-table.tsx';
import { openNumbers, type Surroundings } from './numbers.ts';
import { MEASURES, PERIODS, type Period, type PeriodDays, periodOf } from './period.ts';
import { Ranking } from './ranking.tsx';
import { ReplyHabit } from './reply-habit.tsx';

/** How the page does: counts by day and by section, and how soon its manager replies. */
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
        <h1 class="text-xl font-semibold tracking-[-0.015em]">Numbers</h1>
        <PeriodSwitch chosen={count.value} choose={(days) => (count.value = days)} />
      </header>
      {period && around ? <Counted period={period} around={around} /> : <NotYet hasFailed={numbers.hasFailed.value} />}
    </div>
  );
}

function PeriodSwitch({ chosen, choose }: { chosen: PeriodDays; choose(days: PeriodDays): void }) {
  return (
    <fieldset class="flex rounded-lg bg-hover p-0.5">
      <legend class="sr-only">How many days</legend>
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
          {days} days
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
        {isTable.value ? 'Hide the table' : 'Show as a table'}
      </Button>
      <div class={isTable.value ? 'mt-4' : 'sr-only'}>
        <DayTable period={period} />
      </div>
      <div class="mt-12 grid gap-x-10 gap-y-10 two:grid-cols-2">
        <Beside period={period} around={around} />
      </div>
      <HowItIsCounted timeZone={around.profile.timeZone} />
    </>
  );
}

/** What is beside the days: sections, beginnings, and how soon the manager replies. */
function Beside({ period: { sections, starts, totals }, around }: { period: Period; around: Surroundings }) {
  const titleOf = (kind: keyof typeof SECTION_TITLES) =>
    around.profile.sections.find((section) => section.kind === kind)?.title || SECTION_TITLES[kind];
  const looked = [...sections].map(([kind, count]) => ({ name: titleOf(kind), count }));
  const begun = [...starts].map(([kind, count]) => ({ name: kind === 'box' ? 'The message box' : titleOf(kind), count }));
  return (
    <>
      {looked.length > 0 && (
        <Ranking
          title="What people see"
          sentence="The views in which a section was on the screen, however briefly."
          rows={looked}
          whole={totals.views}
        />
      )}
      <div class="flex flex-col gap-10">
        {begun.length > 0 && (
          <Ranking
            title="Where conversations begin"
            sentence="What people had asked about when they first wrote."
            rows={begun}
            whole={totals.conversations}
          />
        )}
        <ReplyHabit around={around} />
      </div>
    </>
  );
}

function Nothing() {
  const page = useWorkspace().page.value;
  return (
    <section class="enter mt-10 max-w-md">
      <h2 class="text-lg font-semibold">Nothing to count yet</h2>
      <p class="mt-1 text-md text-pretty text-soft">
        When somebody looks at your page or writes to you, you see here how many, and what they looked at. Until then, let people know where
        you are.
      </p>
      {page && (
        <div class="mt-4">
          <CopyButton text={page.href} what="the address" isWide />
        </div>
      )}
    </section>
  );
}

function HowItIsCounted({ timeZone = 'UTC' }: { timeZone?: string | undefined }) {
  return (
    <section class="mt-12 max-w-prose border-t border-line pt-5 text-sm text-pretty text-soft">
      <h2 class="font-medium text-ink">How this is counted</h2>
      <p class="mt-1">
        Without cookies; nobody is followed. Your page says once that it was looked at, when it is left, and that is all it says: who that
        was, whether they came before and where from, nobody knows. People who block scripts are not counted, nor are programs that say what
        they are, nor you in a browser where you are signed in here.
      </p>
      <p class="mt-2">Messages and replies are added once an hour. A day is one in {zoneName(timeZone).name}.</p>
    </section>
  );
}

function NotYet({ hasFailed }: { hasFailed: boolean }) {
  if (hasFailed) {
    return (
      <p role="alert" class="mt-10 text-sm">
        The numbers could not be read just now. Nothing is lost; they go on being counted.
      </p>
    );
  }
  return (
    <Delayed>
      <p role="status" class="sr-only">
        One moment …
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
