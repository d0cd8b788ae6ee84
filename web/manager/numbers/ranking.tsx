interface Props {
  title: string;
  sentence: string;
  /** What there is to count among, and what its name is. */
  rows: readonly { name: string; count: number }[];
  whole: number;
}

/** Parts of a whole, the largest first. */
export function Ranking({ title, sentence, rows, whole }: Props) {
  const sorted = rows.toSorted((one, other) => other.count - one.count);
  return (
    <section class="min-w-0">
      <h2 class="text-base font-semibold">{title}</h2>
      <p class="mt-0.5 text-sm text-pretty text-soft">{sentence}</p>
      <ol class="mt-3 flex flex-col gap-2.5">
        {sorted.map(({ name, count }) => {
          const share = Math.min(1, count / whole);
          return (
            <li key={name}>
              <p class="flex items-baseline gap-3 text-sm tabular-nums">
                <bdi class="min-w-0 grow truncate">{name}</bdi>
                <span class="text-soft">{count.toLocaleString()}</span>
                <span class="w-10 text-right font-medium">{share.toLocaleString(undefined, { style: 'percent' })}</span>
              </p>
              <svg class="mt-1 block h-1.5 w-full rounded-full bg-hover" aria-hidden="true">
                <rect width={`${100 * share}%`} height="100%" rx="3" class="fill-edge" />
              </svg>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
