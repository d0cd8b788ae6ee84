import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** Elements that are fading in have no contrast yet. */
export const STILL = { reducedMotion: 'reduce' } as const;

/** Waits for animations to end, since their colours have another contrast; endless animations are not waited for. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = () =>
      document
        .getAnimations()
        .filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    for (let running = passing(); running.length > 0; running = passing())
      await Promise.all(running.map(({ finished }) => finished.catch(() => undefined)));
  });
}

/** axe's findings, as sentences. The script is evaluated, not injected: the pages allow no foreign script. */
export async function findings(page: Page, options: RunOptions = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  await settled(page);
  // Only the findings leave the page: all of axe's results take three times as long.
  return page.evaluate(
    async (asked) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(asked);
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    },
    { resultTypes: ['violations'], preload: false, ...options } satisfies RunOptions,
  );
}
