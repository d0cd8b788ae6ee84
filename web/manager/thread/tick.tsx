import { words } from '../words.ts';

/** One tick: the server has it. Two: the visitor has seen it. */
export function Tick({ isSeen }: { isSeen: boolean }) {
  return (
    <span class="flex items-center gap-1">
      <svg
        viewBox="0 0 20 12"
        width="20"
        height="12"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
        aria-hidden="true"
        class={isSeen ? 'text-accent' : undefined}
      >
        <path d={isSeen ? 'm1.5 6.5 3 3 6-7M8.5 9l.5.5 6-7' : 'm5.5 6.5 3 3 6-7'} />
      </svg>
      {isSeen ? words.seen : words.sent}
    </span>
  );
}
