import { dayAt } from '@foyer/domain/days';
import type { ManagerDocument } from '@foyer/domain/manager';
import { paths } from '@foyer/domain/paths';
import type { Profile } from '@foyer/domain/profile';
import { migrateProfile } from '@foyer/domain/profile-versions';
import type { Wait } from '@foyer/domain/reply-time';
import type { MonthStatistics, WaitsDocument } from '@foyer/domain/statistics';
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Timestamp } from 'firebase/firestore';
import { relistening } from '../../lib/relistening.ts';
import { now } from '../connection/clock.ts';
import type { Store } from '../firebase/store.ts';
import { type Months, monthsOf, type PeriodDays } from './period.ts';

/** Data next to the counts: the manager's page, and how long people waited. */
export interface Surroundings {
  profile: Profile;
  /** What the page says about replies right now. */
  said: NonNullable<ManagerDocument<Timestamp>['replyTime']>['usually'] | null;
  waits: Wait[];
}

export interface Numbers {
  /** `null` until all of them are loaded. */
  months: ReadonlySignal<Months | null>;
  around: ReadonlySignal<Surroundings | null>;
  /** The current day in the manager's time zone. */
  today(): string;
  hasFailed: ReadonlySignal<boolean>;
  close(): void;
}

/** Follows the statistics: a document for each month, and two for everything else. */
export function openNumbers({ db, managerId }: Store, period: ReadonlySignal<PeriodDays>): Numbers {
  const known = signal<Months>({});
  const months = signal<Months | null>(null);
  const manager = signal<ManagerDocument<Timestamp> | null>(null);
  const waits = signal<Wait[] | null>(null);
  const around = signal<Surroundings | null>(null);
  const hasFailed = signal(false);
  const failed = () => {
    hasFailed.value = true;
  };
  const stops = new Map<string, () => void>();
  const today = () => dayAt(now.value, manager.value?.profile.timeZone);

  const stopManager = relistening.document<ManagerDocument<Timestamp>>(db, paths.manager(managerId), {
    next(found) {
      if (found) manager.value = found;
    },
    failed,
  });
  const stopWaits = relistening.document<WaitsDocument<Timestamp>>(db, paths.waits(managerId), {
    next(found, isFromServer) {
      if (!found && !isFromServer) return;
      waits.value = (found?.waits ?? []).map(({ at, waitedMs }) => ({ at: at.toMillis(), waitedMs }));
    },
    failed,
  });

  const follow = (month: string) =>
    relistening.document<MonthStatistics>(db, paths.statistics(managerId, month), {
      // An empty answer from this browser's copy means nothing.
      next(found, isFromServer) {
        if (found || isFromServer) known.value = { ...known.peek(), [month]: found };
      },
      failed,
    });
  const stopFollowing = effect(() => {
    if (!manager.value) return;
    for (const month of monthsOf(today(), period.value)) if (!stops.has(month)) stops.set(month, follow(month));
  });
  const stopJudging = effect(() => {
    const needed = manager.value && monthsOf(today(), period.value);
    if (needed?.every((month) => month in known.value)) months.value = known.value;
    if (manager.value && waits.value) {
      const { replyTime } = manager.value;
      around.value = {
        profile: migrateProfile(manager.value.profile),
        said: replyTime && replyTime.until.toMillis() > now.value ? replyTime.usually : null,
        waits: waits.value,
      };
    }
  });

  return {
    months,
    around,
    today,
    hasFailed,
    close() {
      for (const stop of [stopFollowing, stopJudging, stopManager, stopWaits, ...stops.values()]) stop();
    },
  };
}
