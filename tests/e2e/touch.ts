import type { Locator, Page } from 'playwright-core';

/** A finger that rests on a row until the press is announced, which takes longer on a busy machine. */
export async function longPress(page: Page, place: Locator, announced: string): Promise<void> {
  const box = await place.boundingBox();
  if (!box) throw new Error('There is no such row.');
  const touch = await page.context().newCDPSession(page);
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await page.getByRole('status').getByText(announced, { exact: true }).waitFor();
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
