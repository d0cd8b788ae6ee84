import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** What is still fading in has no contrast yet. */
export const STILL = { reducedMotion: 'reduce' } as const;

/** Colours that are still changing have another contrast than they will have. Endless animations are not waited for. */
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

/** What axe finds, as sentences. It is evaluated, not injected: the pages allow no foreign script. */
export async function findings(page: Page, options: RunOptions = {}): Promise<string[]> {
  await page.evaluate(axe.source);
  await settled(page);
  const { violations } = await page.evaluate((asked) => (window as unknown as { axe: typeof axe }).axe.run(asked), options);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
