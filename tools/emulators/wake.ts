import { setTimeout as sleep } from 'node:timers/promises';
import { Sentence } from './sentence.ts';

/** One for each function that answers browsers. None changes anything. */
const ADDRESSES = ['/', '/api/sessions', '/pictures/none'];
const AGAIN_MS = 500;
const PATIENCE_MS = 10 * 60_000;

/**
 * Starts an instance of each function before the tests need one. On a busy machine that can take longer than the minute after which
 * Hosting's emulator answers 504.
 */
export async function wakeFunctions(hosting: string): Promise<void> {
  const deadline = AbortSignal.timeout(PATIENCE_MS);
  await Promise.all(ADDRESSES.map((address) => untilAnswered(hosting + address, deadline)));
}

async function untilAnswered(url: string, deadline: AbortSignal): Promise<void> {
  for (;;) {
    const status = await fetch(url, { signal: deadline }).then(
      (answer) => answer.status,
      () => 503,
    );
    if (status < 500) return;
    if (deadline.aborted) throw new Sentence(`No function has answered ${url} for ${PATIENCE_MS / 60_000} minutes.`);
    await sleep(AGAIN_MS);
  }
}
