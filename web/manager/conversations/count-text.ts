import { locale } from '../../lib/language.ts';
import { words } from '../words.ts';
import type { Count } from './count-conversations.ts';

/** A count in figures, with a plus sign where there may be more. */
export function countText({ count, isAtLeast }: Count): string {
  return isAtLeast ? words.atLeast({ count }) : new Intl.NumberFormat(locale).format(count);
}
