/** Whether an element is rendered. Safari has `checkVisibility()` only from 17.4 on. */
export function isShown(element: Element): boolean {
  return element.getClientRects().length > 0;
}
