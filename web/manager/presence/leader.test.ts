import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followLeader } from './leader.ts';

type Run = () => Promise<void> | undefined;

interface Request {
  run: Run;
  reject(cause: unknown): void;
  resolve(): void;
}

/** One exclusive lock, with the parts of Web Locks that leading uses. */
class FakeLocks {
  #holder: Request | null = null;
  #queue: Request[] = [];

  request(_: string, { steal = false, signal }: LockOptions, run: Run): Promise<void> {
    return new Promise((resolve, reject) => {
      const request = { run, resolve, reject };
      signal?.addEventListener('abort', () => {
        if (!this.#queue.includes(request)) return;
        this.#queue = this.#queue.filter((other) => other !== request);
        reject(new Error('AbortError'));
      });
      if (steal) {
        this.#holder?.reject(new Error('AbortError'));
        this.#holder = null;
        this.#queue.unshift(request);
      } else this.#queue.push(request);
      this.#next();
    });
  }

  async #next(): Promise<void> {
    const next = this.#holder ? undefined : this.#queue.shift();
    if (!next) return;
    this.#holder = next;
    await next.run();
    next.resolve();
    if (this.#holder !== next) return;
    this.#holder = null;
    this.#next();
  }
}

/** A tab with its own document and window. Its events reach only it. */
function openTab(visibilityState: 'visible' | 'hidden') {
  const page = Object.assign(new EventTarget(), { visibilityState });
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', new EventTarget());
  const leader = followLeader('lead');
  return {
    ...leader,
    show() {
      page.visibilityState = 'visible';
      vi.stubGlobal('document', page);
      page.dispatchEvent(new Event('visibilitychange'));
    },
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('one tab leads, and the next one when it closes', async () => {
  const [first, second] = [openTab('visible'), openTab('hidden')];
  await settled();
  expect([first.leads.value, second.leads.value]).toEqual([true, false]);
  first.stop();
  await settled();
  expect([first.leads.value, second.leads.value]).toEqual([false, true]);
});

test('the tab that comes to the front takes the lead, even from one that is suspended', async () => {
  const [first, second] = [openTab('visible'), openTab('hidden')];
  await settled();
  second.show();
  second.show();
  await settled();
  expect([first.leads.value, second.leads.value]).toEqual([false, true]);
  first.show();
  await settled();
  expect([first.leads.value, second.leads.value]).toEqual([true, false]);
  first.stop();
  await settled();
  expect(second.leads.value).toBe(true);
});

test('without Web Locks every tab leads', () => {
  vi.stubGlobal('navigator', {});
  expect(openTab('hidden').leads.value).toBe(true);
});
