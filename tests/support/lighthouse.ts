import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { emulators } from './emulators.ts';
import { freePort } from './production.ts';

export interface Audit {
  /** By category, from 0 to 100. */
  scores: Record<string, number>;
  shift: number;
  /** The audits that lost points, with Lighthouse's explanation. */
  lost: string[];
  /** Lighthouse's measurement of this machine's speed at that moment. */
  benchmarkIndex: number;
}

/** The categories that do not depend on the machine's load. */
export const UNTIMED = ['accessibility', 'best-practices', 'seo'];

/** A busy machine can make a run lose the page, which is no finding: the best of this many counts. */
const RUNS = 3;
/** Lighthouse gives up on a page that paints nothing in 30 s; a busy machine may take longer. */
const PATIENCE = { maxWaitForFcp: 120_000, maxWaitForLoad: 150_000 };

/** Lighthouse's reference phone is a fourth of a desktop of index 1,750, which matches its fixed factor of 4. */
const PHONE_INDEX = 1750 / 4;

/** Audits a page on a phone of medium speed, without timing-dependent categories, until nothing is reported. */
export async function auditPage(address: string): Promise<Audit> {
  const url = await warmed(address);
  let best = await auditOnce(url, UNTIMED);
  for (let run = 1; run < RUNS && !isFull(best); run++) {
    const next = await auditOnce(url, UNTIMED);
    if (sumOf(next) > sumOf(best)) best = next;
  }
  return best;
}

export interface Comparison {
  /** Performance scores of the page and of the trivial one, measured alternately. */
  runs: { page: number; trivial: number }[];
  lost: string[];
}

/**
 * Measures a page and a trivial one alternately, on a phone of the same speed whatever this machine does: the CPU is slowed down by as much
 * as it is faster than that phone, measured again before each pair.
 */
export async function comparePage(address: string, pairs: number): Promise<Comparison> {
  const url = await warmed(address);
  const trivial = await serveTrivial();
  try {
    const comparison: Comparison = { runs: [], lost: [] };
    for (let pair = 0; pair < pairs; pair++) {
      const { benchmarkIndex } = await auditOnce(trivial.url, ['seo']);
      const slowdown = Math.max(1, benchmarkIndex / PHONE_INDEX);
      const [page, other] = [await auditOnce(url, ['performance'], slowdown), await auditOnce(trivial.url, ['performance'], slowdown)];
      comparison.runs.push({ page: page.scores.performance ?? 0, trivial: other.scores.performance ?? 0 });
      comparison.lost.push(...page.lost);
    }
    return comparison;
  } finally {
    await trivial.close();
  }
}

/** A function that just started answers slowly, which is measured elsewhere. */
async function warmed(address: string): Promise<string> {
  const url = emulators().hosting + address;
  await (await fetch(url)).text();
  return url;
}

async function serveTrivial(): Promise<{ url: string; close(): Promise<void> }> {
  const html =
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Trivial</title><h1>Trivial</h1><p>Nothing to load.</p></html>';
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Starts a new Chromium for each audit: nothing is cached. `slowdown` is the factor by which the simulated CPU is slower than this one. */
async function auditOnce(url: string, categories: readonly string[], slowdown = 4): Promise<Audit> {
  const { path, args } = emulators().chromium;
  const port = await freePort();
  const browser = await chromium.launch({ executablePath: path, args: [...args, `--remote-debugging-port=${port}`] });
  try {
    const asked = { onlyCategories: [...categories], onlyAudits: ['cumulative-layout-shift'] };
    const throttling = { cpuSlowdownMultiplier: slowdown };
    const result = await lighthouse(url, { port, logLevel: 'silent', output: 'json', throttling, ...asked, ...PATIENCE });
    if (!result) throw new Error('Lighthouse has no result.');
    const { audits, categories: judged, environment } = result.lhr;
    const refs = Object.values(judged).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
    return {
      scores: Object.fromEntries(categories.map((name) => [name, Math.round((judged[name]?.score ?? 0) * 100)])),
      shift: audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
      lost: refs.flatMap(({ id }) => {
        const { score = null, title, displayValue = '', errorMessage = '' } = audits[id] ?? {};
        return score === null || score === 1 ? [] : [`${title} ${displayValue}${errorMessage}`];
      }),
      benchmarkIndex: environment.benchmarkIndex,
    };
  } finally {
    await browser.close();
  }
}

function isFull({ scores, shift }: Audit): boolean {
  return Object.values(scores).every((score) => score === 100) && shift === 0;
}

function sumOf({ scores, shift }: Audit): number {
  return Object.values(scores).reduce((sum, score) => sum + score, 0) - (Number.isNaN(shift) ? 100 : shift);
}
