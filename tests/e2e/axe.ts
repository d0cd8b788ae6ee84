import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** What is still fading in has no contrast yet. */
export const STILL = { reducedMotion: 'reduce' } as const;

/** What axe finds, as sentences. It is evaluated, not injected: the pages allow no foreign script. */
export async function findings(page: Page, options: RunOptions = {}): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((asked) => (window as unknown as { axe: typeof axe }).axe.run(asked), options);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
