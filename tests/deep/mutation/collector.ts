type Act = () => unknown;

interface Suite {
  title: string;
  parent: Suite | null;
  beforeAll: Act[];
  beforeEach: Act[];
  afterEach: Act[];
}

/** One case of the rules tests, which can run any number of times. */
export interface Case {
  /** With the titles of all its suites. */
  title: string;
  /** Runs it with its pending hooks; resolves to its failure, or `null`. */
  run(): Promise<Error | null>;
}

/** Longer than any wait inside a case. */
const CASE_MS = 15_000;

const cases: Case[] = [];
let suite: Suite = newSuite('', null);
/** Suites whose `beforeAll` is still in effect: all suites of the previous case, unless it failed. */
let open: ReadonlySet<Suite> = new Set();

/** All cases collected since the start. */
export const collected: readonly Case[] = cases;

/** vitest's functions for tests/rules/cases.ts, which collect cases instead of running them. */
export const words = {
  describe(title: string, define: () => void): void {
    const parent = suite;
    suite = newSuite(title, parent);
    define();
    suite = parent;
  },
  it(title: string, body: Act): void {
    const chain = chainOf(suite);
    const titles = [...chain.map((one) => one.title), title].filter((part) => part !== '');
    cases.push({ title: titles.join(' > '), run: () => run(chain, body) });
  },
  beforeAll: (act: Act) => suite.beforeAll.push(act),
  beforeEach: (act: Act) => suite.beforeEach.push(act),
  afterEach: (act: Act) => suite.afterEach.push(act),
};

async function run(chain: readonly Suite[], body: Act): Promise<Error | null> {
  const deadline = AbortSignal.timeout(CASE_MS);
  try {
    await Promise.race([runInside(chain, body), rejectionOf(deadline)]);
    return null;
  } catch (error) {
    open = new Set();
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function runInside(chain: readonly Suite[], body: Act): Promise<void> {
  await inTurn(chain.filter((one) => !open.has(one)).flatMap((one) => one.beforeAll));
  open = new Set(chain);
  await inTurn(chain.flatMap((one) => one.beforeEach));
  try {
    await body();
  } finally {
    await inTurn(chain.toReversed().flatMap((one) => one.afterEach));
  }
}

async function inTurn(acts: readonly Act[]): Promise<void> {
  for (const act of acts) await act();
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
}

function chainOf(inner: Suite): Suite[] {
  return [...(inner.parent === null ? [] : chainOf(inner.parent)), inner];
}

function newSuite(title: string, parent: Suite | null): Suite {
  return { title, parent, beforeAll: [], beforeEach: [], afterEach: [] };
}
