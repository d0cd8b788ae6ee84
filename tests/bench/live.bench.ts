import { VISITOR } from '@foyer/domain/participant';
import { nanoid } from 'nanoid';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signIn } from '../e2e/dashboard.ts';
import { managerWithPage } from '../e2e/people.ts';
import { someBrowser, useBrowser } from '../e2e/support.ts';
import { openTestCloud } from '../support/cloud.ts';
import { addMessage } from '../support/conversation.ts';
import { emulators } from '../support/emulators.ts';
import { Visitor } from '../support/visitor.ts';
import { median, printReport, within } from './report.ts';

useBrowser();
printReport();

const PAIRS = 40;
/** Below the rate limit: messages per conversation. */
const SENDS = 8;

test("a visitor's message reaches the manager's screen hardly later than a bare write", async () => {
  const { hosting } = emulators();
  const manager = await managerWithPage();
  const table = await openTestCloud().tables();
  const page = await (await someBrowser()).newPage();
  await signIn(page, manager);

  const ours: number[] = [];
  const bare: number[] = [];
  for (let begun = 0; begun < PAIRS / SENDS; begun++) {
    const visitor = new Visitor((path, init) => fetch(hosting + path, init), hosting);
    const { body } = await visitor.start(manager.slug, { text: `Begin ${begun}` });
    const conversationId = body.conversation.id;
    // The bare writes have their own conversation: otherwise each would fail the other's precondition.
    const other = (
      await new Visitor((path, init) => fetch(hosting + path, init), hosting).start(manager.slug, { text: `Begin during ${begun}` })
    ).body;
    await page.getByText(`Begin during ${begun}`).first().waitFor();
    for (let sent = 0; sent < SENDS; sent++) {
      ours.push(await untilSeen(page, async (text) => expect((await visitor.send(conversationId, text)).status).toBe(200)));
      bare.push(
        await untilSeen(page, async (text) => {
          await addMessage(table, manager.uid, other.conversation.id, { sender: VISITOR, text });
        }),
      );
    }
  }
  const [mine, least] = [median(ours), median(bare)];
  within(
    "live: visitor's fetch to manager's screen p50 / bare commit to manager's screen p50",
    mine / least,
    2.2,
    '',
    `${mine.toFixed(1)} / ${least.toFixed(1)} ms, n = ${ours.length}`,
  );
});

/** Milliseconds from just before `write` until its text is in the manager's document. Both clocks are this machine's. */
async function untilSeen(page: Page, write: (text: string) => Promise<void>): Promise<number> {
  const text = `Marker ${nanoid()}`;
  const seen = await page.evaluateHandle((wanted) => {
    const found = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!document.body.textContent?.includes(wanted)) return;
        observer.disconnect();
        resolve(performance.timeOrigin + performance.now());
      });
      observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    });
    return { found };
  }, text);
  const start = performance.timeOrigin + performance.now();
  await write(text);
  return (await seen.evaluate(({ found }) => found)) - start;
}
