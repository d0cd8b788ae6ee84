let wanted = '';

/** Shows a count on the tab's icon and, where it is installed, on the app's icon. `text` is the count as figures; `0` removes it. */
export function showBadge(count: number, text: string): void {
  const badging: { setAppBadge?(count: number): Promise<void> } = navigator;
  badging.setAppBadge?.(count).catch(() => {});
  const next = count > 0 ? text : '';
  if (next === wanted) return;
  wanted = next;
  // Loaded when there is something to draw. If it can't be, the title has the count.
  import('./icon-badge.ts').then(({ drawOnIcon }) => drawOnIcon(() => wanted)).catch(() => {});
}
