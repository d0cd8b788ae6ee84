import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What is still fading in has no contrast yet. */
export const STILL = { reducedMotion: 'reduce' } as const;

/** What axe finds, as sentences. It is evaluated, not injected: the pages allow no foreign script. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
