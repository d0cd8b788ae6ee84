import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** A folder for screenshots of every screen, to look at. */
const SHOTS = process.env.FOYER_SHOTS;

const HEIGHT_MAX = 6000;

/** With `FOYER_SHOTS`, stores a screenshot of the whole screen, also of what its parts scroll to. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  const viewport = page.viewportSize();
  const hidden = await page.evaluate(() => {
    const dialog = document.querySelector('dialog[open]');
    const parts = dialog ? [dialog] : [...document.querySelectorAll('main, [class*=overflow-y-auto]')];
    return Math.max(0, ...parts.map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight));
  });
  if (viewport && hidden > 0) await page.setViewportSize({ ...viewport, height: Math.min(viewport.height + hidden, HEIGHT_MAX) });
  await page.screenshot({ path: join(SHOTS, `${name}.png`.replaceAll(/[ ,]+/g, '-')) });
  if (viewport && hidden > 0) await page.setViewportSize(viewport);
}
