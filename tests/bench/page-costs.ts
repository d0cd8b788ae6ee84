import type { Page, Request } from 'playwright-core';

declare global {
  interface Window {
    documentsRead?: Record<string, number>;
    longestTask?: number;
  }
}

/**
 * Counts the documents of one collection group that Firestore sends to a page, which is what is billed as reads. Call it before the page
 * opens. They come as JSON in the answers of the Listen channel.
 */
export async function countDocumentsRead(page: Page): Promise<(collection: string) => Promise<number>> {
  await page.addInitScript(() => {
    const counts: Record<string, number> = {};
    window.documentsRead = counts;
    const plainFetch = window.fetch;
    window.fetch = async (...args) => {
      const answer = await plainFetch(...args);
      const [asked] = args;
      const url = asked instanceof Request ? asked.url : `${asked}`;
      if (url.includes('/Listen/channel') && answer.body) {
        const [ours, theirs] = answer.body.tee();
        count(ours.pipeThrough(new TextDecoderStream()));
        return new Response(theirs, answer);
      }
      return answer;
    };
    async function count(texts: ReadableStream<string>): Promise<void> {
      let rest = '';
      for await (const text of texts as unknown as AsyncIterable<string>) {
        rest += text;
        for (const [whole, path] of rest.matchAll(/"document":\s*\{\s*"name":\s*"[^"]*\/documents\/([^"]+)"/g)) {
          const collection = path?.split('/').at(-2) ?? '';
          counts[collection] = (counts[collection] ?? 0) + 1;
          rest = rest.slice(rest.indexOf(whole) + whole.length);
        }
      }
    }
  });
  return (collection) => page.evaluate((name) => window.documentsRead?.[name] ?? 0, collection);
}

/** Counts the documents of each collection that a page writes to Firestore from now on. They are JSON in the requests of the Write channel. */
export function countWrites(page: Page): (...collections: readonly string[]) => number {
  const counts = new Map<string, number>();
  page.on('request', (request: Request) => {
    if (!request.url().includes('/Write/channel')) return;
    for (const [name, value] of new URLSearchParams(request.postData() ?? '')) {
      if (!/^req\d+___data__$/.test(name)) continue;
      const { writes = [] } = JSON.parse(value) as { writes?: { update?: { name: string }; delete?: string }[] };
      for (const { update, delete: removed } of writes) {
        const collection = (update?.name ?? removed ?? '').split('/').at(-2) ?? '';
        counts.set(collection, (counts.get(collection) ?? 0) + 1);
      }
    }
  });
  return (...collections) => collections.reduce((sum, collection) => sum + (counts.get(collection) ?? 0), 0);
}

/** Milliseconds of the page's longest task from now until the returned function is called. A task under 50 ms counts as 0. */
export async function watchTasks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    window.longestTask = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longestTask = Math.max(window.longestTask ?? 0, duration);
    }).observe({ type: 'longtask' });
  });
  return () => page.evaluate(() => window.longestTask ?? 0);
}
