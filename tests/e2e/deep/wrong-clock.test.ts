import type { Page } from 'playwright-core';
import { describe, test } from 'vitest';
import { reply, row, signIn } from '../dashboard.ts';
import { managerWithPage } from '../people.ts';
import { someBrowser, useBrowser } from '../support.ts';
import { begin, bubble, write } from '../visitor-page.ts';

useBrowser();

const DAY_MS = 24 * 3600_000;

/** A page in a browser whose clock is wrong; its timers run normally. */
async function pageWithClock(offsetMs: number): Promise<Page> {
  const context = await someBrowser();
  await context.addInitScript((offset) => {
    const RightDate = Date;
    const now = () => RightDate.now() + offset;
    class WrongDate extends RightDate {
      constructor(...given: unknown[]) {
        super(...((given.length === 0 ? [now()] : given) as []));
      }
      static override now = now;
    }
    globalThis.Date = WrongDate as DateConstructor;
  }, offsetMs);
  return context.newPage();
}

describe('with clocks wrong by a day', () => {
  test.each([
    ['a day fast', DAY_MS, -DAY_MS],
    ['a day slow', -DAY_MS, DAY_MS],
  ])('visitor (%s) and manager (the opposite) read every message in order', async (_, visitors, managers) => {
    const manager = await managerWithPage();
    const [visitor, desk] = [await pageWithClock(visitors), await pageWithClock(managers)];
    await visitor.goto(`/${manager.slug}`);
    await begin(visitor, 'First');
    await desk.goto('/app');
    await signIn(desk, manager);
    await row(desk, 'First').click();
    await reply(desk, 'Second');
    await bubble(visitor, 'Second').waitFor();
    await write(visitor, 'Third');
    await desk.getByRole('log').getByText('Third', { exact: true }).waitFor();
    await reply(desk, 'Fourth');
    await bubble(visitor, 'Fourth').waitFor();
    for (const page of [visitor, desk]) {
      const shown = (await page.getByRole('log').textContent()) ?? '';
      const places = ['First', 'Second', 'Third', 'Fourth'].map((text) => shown.indexOf(text));
      if (places.includes(-1) || places.some((place, index) => place < (places[index - 1] ?? 0)))
        throw new Error(`in another order:\n${shown}`);
    }
    // Nothing expires by a browser's clock: the session, the code and the conversation use the server's.
    await visitor.reload();
    await bubble(visitor, 'Fourth').waitFor();
    await write(visitor, 'Fifth');
    await desk.getByRole('log').getByText('Fifth', { exact: true }).waitFor();
  });
});
