/** An icon of this folder, on 16 px: those in `ui/icon.tsx` are loaded with the inbox. */
export function Drawing({ path, class: look = 'shrink-0' }: { path: string; class?: string }) {
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
      class={look}
    >
      <path d={path} />
    </svg>
  );
}
