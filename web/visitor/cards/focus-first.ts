/** A `ref` for what a person has asked for: the focus goes to its first control when it appears. */
export function focusFirst(element: Element | null): void {
  element?.querySelector<HTMLElement>('input, button')?.focus();
}
