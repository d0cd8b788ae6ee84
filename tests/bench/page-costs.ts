import type { Page, Request } from 'playwright-core';

declare global {
  interface Window {
    documentsRead?: Record<string, number>;
    longestTask?: number;
  }
}

/**
 * Counts the documents of one collection group that Firestore sends to a page, which is what is billed as reads. Call it before the page
 * opens. They come as JSON in the answers of the Listen channel. After each change of a query with a limit, the emulator sends all of its
 * documents again, which Firestore does not: a version of a document counts once.
 */
export async function countDocumentsRead(page: Page): Promise<(collection: string) => Promise<number>> {
  await page.addInitScript(() => {
    const counts: Record<string, number> = {};
    const seen = new Set<string>();
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
        for (const [whole, path, version] of rest.matchAll(
          /"document":\s*\{\s*"name":\s*"[^"]*\/documents\/([^"]+)"[\s\S]*?"updateTime":\s*"([^"]+)"/g,
        )) {
          rest = rest.slice(rest.indexOf(whole) + whole.length);
          if (seen.has(`${path} ${version}`)) continue;
          seen.add(`${path} ${version}`);
          const collection = path?.split('/').at(-2) ?? '';
          counts[collection] = (counts[collection] ?? 0) + 1;
        }
      }
    }
  });
  return (collection) => page.evaluate((name) => window.documentsRead?.[name] ?? 0, collection);
}

/** A query as Firestore's REST interface takes it. */
export interface AskedQuery {
  parent: string;
  structuredQuery: object;
}

/** Collects the queries whose results a page listens to. Call it before the page opens. */
export function watchQueries(page: Page): readonly AskedQuery[] {
  const asked: AskedQuery[] = [];
  page.on('request', (request) => {
    if (!request.url().includes('/Listen/channel')) return;
    for (const { addTarget } of dataOf(request) as { addTarget?: { query?: AskedQuery } }[])
      if (addTarget?.query) asked.push(addTarget.query);
  });
  return asked;
}

/** The messages of a request of Firestore's web channel. */
function dataOf(request: Request): unknown[] {
  return [...new URLSearchParams(request.postData() ?? '')]
    .filter(([name]) => /^req\d+___data__$/.test(name))
    .map(([, value]) => JSON.parse(value) as unknown);
}

/** Counts the documents of each collection that a page writes to Firestore from now on. They are JSON in the requests of the Write channel. */
export function countWrites(page: Page): (...collections: readonly string[]) => number {
  const counts = new Map<string, number>();
  page.on('request', (request: Request) => {
    if (!request.url().includes('/Write/channel')) return;
    for (const { writes = [] } of dataOf(request) as { writes?: { update?: { name: string }; delete?: string }[] }[]) {
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
