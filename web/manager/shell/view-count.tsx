import { useEffect, useRef } from 'preact/hooks';
import { now } from '../connection/clock.ts';
import { isVisible } from '../connection/visibility.ts';
import { countAfterWrites } from '../conversations/count-after-writes.ts';
import { countText } from '../conversations/count-text.ts';
import { ownChanges } from '../conversations/own-changes.ts';
import type { View } from '../conversations/view.ts';
import { openViewCounts, type ViewCounts } from '../conversations/view-counts.ts';
import { words } from '../filing-words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { SpokenCount } from './spoken-count.tsx';

let opened: ViewCounts | null = null;

/** How many conversations a list has, counted while this is on the screen. */
export function ViewCount({ view }: { view: View }) {
  const { store, loaded } = useWorkspace();
  opened ??= openViewCounts({ count: (counted) => countAfterWrites(store, counted), isVisible, now, heard: loaded, changes: ownChanges });
  const counts = opened;
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let stop: (() => void) | undefined;
    // Without room for the rail, its style hides it; and a long list of labels scrolls.
    const watch = new IntersectionObserver((entries) => {
      stop?.();
      stop = entries.at(-1)?.isIntersecting ? counts.follow(view) : undefined;
    });
    if (place.current) watch.observe(place.current);
    return () => {
      watch.disconnect();
      stop?.();
    };
  }, [counts, view]);
  const counted = counts.of(view).value;
  return (
    <span ref={place} class="ms-auto shrink-0 pe-1 text-xs tabular-nums">
      {counted !== null && counted.count > 0 && (
        <SpokenCount shown={countText(counted)} said={words.listed({ count: counted.count, shown: countText(counted) })} />
      )}
    </span>
  );
}
