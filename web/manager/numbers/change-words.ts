import { count, percent } from './formats.ts';
import type { Measure, Period } from './period.ts';
import { words } from './words.ts';

/** From this count on, changes are in percent. */
const MANY = 100;
/** A smaller change counts as none. */
const NOTICEABLE = 0.005;

/** "12 more than the previous 30 days", in percent for 100 and more; `null` if there is nothing to compare with. */
export function changeWords({ totals, before, days: { length: days } }: Period, measure: Measure): string | null {
  if (before === null) return null;
  const [now, then] = [totals[measure], before[measure]];
  if (now === then) return words.same({ days });
  const difference = Math.abs(now - then);
  const isMany = then >= MANY;
  if (isMany && difference / then < NOTICEABLE) return words.aboutSame({ days });
  const amount = isMany ? percent(difference / then) : count(difference);
  return now > then ? words.more({ amount, days }) : words.fewer({ amount, days });
}
