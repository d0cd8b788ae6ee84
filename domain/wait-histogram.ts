/** Waits for a reply, counted by length. Adding two histograms is adding their counts, so days merge by increments. */
export type WaitHistogram = Readonly<Record<string, number>>;

const MINUTE_MS = 60_000;
/** Two for each doubling, from one minute to 45 days: a median is at most a factor of 1.41 from the real one. */
const PER_DOUBLING = 2;
/** The last bucket has no upper bound. The first one holds everything under a minute. */
export const WAIT_BUCKETS = 34;

/** The bucket of a wait, `0` to `33`. */
export function waitBucket(waitedMs: number): number {
  if (waitedMs < MINUTE_MS) return 0;
  return Math.min(WAIT_BUCKETS - 1, 1 + Math.floor(PER_DOUBLING * Math.log2(waitedMs / MINUTE_MS)));
}

export function waitHistogram(waits: readonly { waitedMs: number }[]): WaitHistogram {
  const counts: Record<string, number> = {};
  for (const { waitedMs } of waits) {
    const bucket = waitBucket(waitedMs);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return counts;
}

/**
 * The median in ms, interpolated within its bucket in proportion, because buckets grow in proportion. `0` stands for less than a minute,
 * `null` for no waits.
 */
export function medianWait(histograms: readonly WaitHistogram[]): number | null {
  const counts = Array.from({ length: WAIT_BUCKETS }, (_, bucket) =>
    histograms.reduce((sum, histogram) => sum + (histogram[bucket] ?? 0), 0),
  );
  const half = counts.reduce((sum, count) => sum + count, 0) / 2;
  if (half === 0) return null;
  let below = 0;
  for (const [bucket, count] of counts.entries()) {
    if (count > 0 && below + count >= half) {
      if (bucket === 0) return 0;
      const within = bucket === WAIT_BUCKETS - 1 ? 0 : (half - below) / count;
      return MINUTE_MS * 2 ** ((bucket - 1 + within) / PER_DOUBLING);
    }
    below += count;
  }
  return null;
}
