/** Whether an element has a place on the page. `checkVisibility()` says so too, but Safari has it from 17.4 on. */
export function isShown(element: Element): boolean {
  return element.getClientRects().length > 0;
}
