/**
 * The key of the emoji that an arrow key moves to from the active one, or `null` if the key isn't for the grid. Left and right are as on the
 * screen; while something is typed and nothing is active, they belong to the field.
 */
export function neighbour(frame: HTMLElement | null, key: string, active: string | null, isQueryEmpty: boolean): string | null {
  const options = [...(frame?.querySelectorAll<HTMLElement>('[data-emoji]') ?? [])];
  const current = options.findIndex(({ dataset }) => dataset.emoji === active);
  const keyOf = (index: number) => options[Math.min(options.length - 1, Math.max(0, index))]?.dataset.emoji ?? null;
  const isVertical = key === 'ArrowDown' || key === 'ArrowUp';
  const isSideways = key === 'ArrowRight' || key === 'ArrowLeft';
  if (!isVertical && !isSideways) return null;
  if (current < 0) return isVertical || isQueryEmpty ? keyOf(0) : null;
  if (isSideways) {
    const isMirrored = frame !== null && getComputedStyle(frame).direction === 'rtl';
    return keyOf(current + ((key === 'ArrowRight') === isMirrored ? -1 : 1));
  }
  return inNextRow(options, current, key === 'ArrowDown' ? 1 : -1)?.dataset.emoji ?? keyOf(current);
}

/** The nearest one in the next row above or below, also of another section. */
function inNextRow(options: readonly HTMLElement[], current: number, step: 1 | -1): HTMLElement | undefined {
  const from = options[current]?.getBoundingClientRect();
  if (!from) return undefined;
  const beyond = step === 1 ? options.slice(current + 1) : options.slice(0, current).reverse();
  const first = beyond.find((option) => step * (option.getBoundingClientRect().top - from.top) > 1);
  const top = first?.getBoundingClientRect().top;
  const distance = (option: HTMLElement) => Math.abs(option.getBoundingClientRect().left - from.left);
  return beyond
    .filter((option) => Math.abs(option.getBoundingClientRect().top - (top ?? 0)) <= 1)
    .sort((one, other) => distance(one) - distance(other))[0];
}
