/** A `ref` for content that a person asked for: focuses its first control when it appears. */
export function focusFirst(element: Element | null): void {
  element?.querySelector<HTMLElement>('input, button')?.focus();
}
