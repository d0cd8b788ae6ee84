import { shortDay } from './formats.ts';
import type { gapOf } from './habits.ts';
import { words } from './words.ts';

/** Says since when something is counted, if days before it could seem to have none. */
export function NotCounted({ gap }: { gap: ReturnType<typeof gapOf> }) {
  if (gap === null) return null;
  const { countedFrom } = gap;
  return (
    <p class="mt-2 text-sm text-pretty text-soft">
      {countedFrom === null ? words.notCountedYet : words.notCountedBefore({ day: shortDay(countedFrom) })}
    </p>
  );
}
