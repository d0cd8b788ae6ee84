import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PRESETS } from '@foyer/domain/theme';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';
import { fullProfile } from '../support/full-profile.ts';
import { sampleOf } from '../support/sample.ts';
import { DESK, PHONE, someBrowser, useBrowser } from './support.ts';

useBrowser();

const { hosting } = emulators();
const cloud = openTestCloud();

/** Where a slow connection may pause: everything received so far is painted. */
const BREAKS = ['<h1', 'class="headline"', 'class="facts"', 'id="conversation"', 'class="line"', 'class="box-note"', '</form>', '<footer'];
const PAUSE_MS = 80;

let line: Server;
let address: string;

beforeAll(async () => {
  line = createServer(async ({ url = '' }, response) => {
    const answer = await fetch(hosting + url);
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    const bytes = Buffer.from(await answer.arrayBuffer());
    for (const piece of answer.headers.get('content-type')?.startsWith('text/html') ? pieces(bytes.toString()) : [bytes]) {
      response.write(piece);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    response.end();
  });
  await new Promise<void>((resolve) => {
    line.listen(0, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${(line.address() as AddressInfo).port}`;
});
afterAll(() => {
  line.closeAllConnections();
  line.close();
});

test.each(sampleOf(PRESETS, ['garden']))('nothing on a %s page moves while it arrives in pieces', async (preset) => {
  const { slug } = await someManager(cloud, fullProfile(preset));
  const see = async (viewport: typeof PHONE) => {
    const page = await (await someBrowser(viewport)).newPage();
    await page.goto(`${address}/${slug}`);
    return moved(page);
  };
  expect(await Promise.all([PHONE, DESK].map(see))).toEqual([[], []]);
});

function pieces(html: string): string[] {
  const places = BREAKS.map((mark) => html.indexOf(mark)).filter((place) => place > 0);
  expect(places.length).toBe(BREAKS.length);
  return [0, ...places.sort((one, other) => one - other)].map((from, index, all) => html.slice(from, all[index + 1]));
}

/** The elements that have moved since the page began to load, by their classes. */
function moved(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const names: string[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { sources: { node: Element | null }[] })[]) {
            names.push(...entry.sources.map(({ node }) => node?.className || node?.nodeName || 'gone'));
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(names), 300);
      }),
  );
}
