/** Drawn on 16 px, with a stroke of 1.5. */
const PATHS = {
  inbox: 'M2 9.5h3.2l1 1.8h3.6l1-1.8H14M2 9.5 3.6 3.8A1 1 0 0 1 4.6 3h6.8a1 1 0 0 1 1 .8L14 9.5V12a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1z',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.8V8l2.2 1.4',
  check: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM5.5 8.2l1.8 1.8 3.3-3.8',
  reopen: 'M2.5 5.5h7a4 4 0 0 1 0 8H6M5.3 2.7 2.5 5.5l2.8 2.8',
  copy: 'M5.5 5.5v-2a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2M3.5 5.5h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1z',
  done: 'm3 8.5 3.2 3.2L13 4.8',
  open: 'M9.5 2.5h4v4M13.2 2.8 7.5 8.5M12 9.5V12a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 12V5.5A1.5 1.5 0 0 1 4 4h2.5',
  back: 'm9.5 3-5 5 5 5',
  person: 'M8 8a2.7 2.7 0 1 0 0-5.5A2.7 2.7 0 0 0 8 8zM2.8 13.5c.5-2.2 2.5-3.5 5.2-3.5s4.7 1.3 5.2 3.5',
  close: 'm4 4 8 8M12 4l-8 8',
  send: 'M8 13V3M3.8 7.2 8 3l4.2 4.2',
  down: 'M8 3v10M3.8 8.8 8 13l4.2-4.2',
  keys: 'M3 4h10a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM5.5 9.5h5M4.7 6.6h.1M7 6.6h.1M9.2 6.6h.1M11.4 6.6h.1',
  cloud: 'M4.5 12.5a2.8 2.8 0 0 1-.3-5.6 4 4 0 0 1 7.6-.6 3.1 3.1 0 0 1-.3 6.2zM2.5 2.5l11 11',
  more: 'm5 6.5 3 3 3-3',
  dots: 'M3 7.6a.4.4 0 1 1 0 .8.4.4 0 0 1 0-.8zM8 7.6a.4.4 0 1 1 0 .8.4.4 0 0 1 0-.8zM13 7.6a.4.4 0 1 1 0 .8.4.4 0 0 1 0-.8z',
  question:
    'M3.5 2.5h9a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H8.3L5 14v-2.5H3.5a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1zM6.6 5.6A1.4 1.4 0 1 1 8 7.2v.4M8 9.4h.1',
  spam: 'M5.6 2.2h4.8l3.4 3.4v4.8l-3.4 3.4H5.6l-3.4-3.4V5.6zM8 5v3.4M8 10.8h.1',
  blocked: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM3.8 3.8l8.4 8.4',
  unblock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM5.2 8h5.6',
  flag: 'M3.5 14V2.5h9L10.8 6l1.7 3.5h-9',
  file: 'M4.5 2h4.6L12.5 5.4V13a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1zM9 2.2v3.3h3.3',
  numbers: 'M3 13.5v-4M8 13.5v-11M13 13.5V6.5',
  bin: 'M2.8 4.5h10.4M6 4.3V3.2a.7.7 0 0 1 .7-.7h2.6a.7.7 0 0 1 .7.7v1.1M4 4.5l.6 8a1 1 0 0 0 1 1h4.8a1 1 0 0 0 1-1l.6-8',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside words, or with a label on what holds it. */
export function Icon({ name, class: extra }: { name: IconName; class?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      class={extra ?? 'shrink-0'}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
