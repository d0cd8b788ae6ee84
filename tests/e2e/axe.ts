import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** Elements that are fading in have no contrast yet. */
export const STILL = { reducedMotion: 'reduce' } as const;

/**
 * axe's findings, as sentences. The script is evaluated, not injected: the pages allow no foreign script. Elements in a transition have
 * passing colours: axe runs when animations have ended, and again if one began meanwhile. Endless animations are not waited for.
 */
export async function findings(page: Page, options: RunOptions = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  // Only the findings leave the page: all of axe's results take three times as long.
  return page.evaluate(
    async (asked) => {
      const ends = ({ effect }: Animation) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
      const passing = () => document.getAnimations().filter((each) => each.playState === 'running' && ends(each));
      const frame = () => new Promise(requestAnimationFrame);
      let hasMoved = false;
      const moved = () => {
        hasMoved = true;
      };
      document.addEventListener('transitionrun', moved);
      try {
        for (;;) {
          for (let running = passing(); running.length > 0; running = passing())
            await Promise.all(running.map(({ finished }) => finished.catch(() => undefined)));
          hasMoved = false;
          const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(asked);
          // A transition that a change of style starts is announced with the next frame.
          await frame();
          await frame();
          if (!hasMoved && passing().length === 0)
            return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
        }
      } finally {
        document.removeEventListener('transitionrun', moved);
      }
    },
    { resultTypes: ['violations'], preload: false, ...options } satisfies RunOptions,
  );
}
