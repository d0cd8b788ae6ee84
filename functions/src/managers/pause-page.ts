import { startOfDay } from '@foyer/domain/days';
import { PAUSE_DAYS_MAX, type Pause } from '@foyer/domain/page-state';
import { Timestamp } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { fieldError } from '../http/field-errors.ts';
import { Problem } from '../http/problem.ts';
import { changePageState } from './change-page-state.ts';

const DAY_MS = 24 * 3600_000;

export interface NewPause {
  sentence: string;
  backOn: string | null;
  timeZone: string;
}

/** Replaces an earlier pause. Throws `invalid-request` for a day that isn't ahead, `no-page` or `busy`. */
export async function pausePage(cloud: Cloud, managerId: string, { sentence, backOn, timeZone }: NewPause): Promise<Pause> {
  const until = backOn === null ? null : startOfDay(backOn, timeZone);
  if (backOn !== null && (until === null || until <= cloud.now() || until > cloud.now() + PAUSE_DAYS_MAX * DAY_MS)) {
    const error = fieldError(['backOn'], { code: 'date-not-ahead', values: { days: PAUSE_DAYS_MAX } });
    throw new Problem('invalid-request', { errors: [error] });
  }
  const pause = { sentence, backOn, until: until === null ? null : Timestamp.fromMillis(until) };
  await changePageState(cloud, managerId, () => ({ pause }));
  return { sentence, backOn, until };
}

/** Throws `no-page` or `busy`. */
export async function endPause(cloud: Cloud, managerId: string): Promise<void> {
  await changePageState(cloud, managerId, ({ pause }) => (pause === undefined ? null : { pause: null }));
}
