import { count, percent } from './formats.ts';

interface Props {
  title: string;
  sentence: string;
  rows: readonly { name: string; count: number }[];
  whole: number;
}

/** Shares of a whole, the largest first. */
export function Ranking({ title, sentence, rows, whole }: Props) {
  const sorted = rows.toSorted((one, other) => other.count - one.count);
  return (
    <section class="min-w-0">
      <h2 class="text-base font-semibold">{title}</h2>
      <p class="mt-0.5 text-sm text-pretty text-soft">{sentence}</p>
      <ol class="mt-3 flex flex-col gap-2.5">
        {sorted.map(({ name, count: amount }) => {
          const share = Math.min(1, amount / whole);
          return (
            <li key={name}>
              <p class="flex items-baseline gap-3 text-sm tabular-nums">
                <bdi class="min-w-0 grow truncate">{name}</bdi>
                <span class="text-soft">{count(amount)}</span>
                <span class="w-10 text-end font-medium">{percent(share)}</span>
              </p>
              <svg class="mt-1 block h-1.5 w-full rounded-full bg-hover rtl:-scale-x-100" aria-hidden="true">
                <rect width={`${100 * share}%`} height="100%" rx="3" class="fill-edge" />
              </svg>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
