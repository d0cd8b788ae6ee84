import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { emulators } from '../support/emulators.ts';
import { APPEARS_MS } from './support.ts';

/** Actions of a page that no text may cause. */
export interface Deeds {
  dialogs: string[];
  /** Addresses on hosts other than the site and its emulators. */
  foreign: string[];
  /** Violations of a content security policy. */
  violations: string[];
}

/** Watches every page of a browser from now on. */
export async function watch(context: BrowserContext): Promise<Deeds> {
  const { hosting, auth, firestore } = emulators();
  const own = [hosting, auth, `http://${firestore.host}:${firestore.port}`];
  const deeds: Deeds = { dialogs: [], foreign: [], violations: [] };
  const hear = (page: Page) => {
    page.on('dialog', async (dialog) => {
      deeds.dialogs.push(dialog.message());
      await dialog.dismiss();
    });
  };
  context.on('page', hear);
  context.on('request', (request) => {
    const url = request.url();
    if (!own.some((origin) => url.startsWith(`${origin}/`)) && !/^(?:data|blob|file):/.test(url)) deeds.foreign.push(url);
  });
  await context.exposeFunction('tellViolation', (violation: string) => deeds.violations.push(violation));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      (window as unknown as { tellViolation(violation: string): void }).tellViolation(`${violatedDirective} ${blockedURI}`);
    });
  });
  return deeds;
}

/** An element as rendered. */
export interface Drawn {
  text: string;
  /** Its classes and its parent's: the two participants' messages look different. */
  look: string;
  left: number;
  width: number;
  height: number;
  /** Its elements, with their link targets. */
  parts: { tag: string; href: string | null }[];
  /** Whether content beyond its edges is clipped. */
  isClipped: boolean;
}

export function drawn(page: Page, selector: string): Promise<Drawn[]> {
  return page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const { left, width, height } = element.getBoundingClientRect();
      const parts = [...element.querySelectorAll('*')].map((part) => ({ tag: part.localName, href: part.getAttribute('href') }));
      const { overflowX, overflowY } = getComputedStyle(element);
      const isClipped = overflowX !== 'visible' && overflowY !== 'visible';
      return {
        text: element.textContent ?? '',
        look: `${element.parentElement?.className} ${element.className}`,
        left,
        width,
        height,
        parts,
        isClipped,
      };
    }),
  );
}

/** Clicks the button that loads more until `total` elements are there. */
export async function bringAll(page: Page, button: string, selector: string, total: number): Promise<void> {
  const elements = page.locator(selector);
  await elements.first().waitFor();
  for (let before = await elements.count(); before < total; before = await elements.count()) {
    // Scrolling to the button loads them too, so it may be gone before it is pressed.
    const pressed = page.getByRole('button', { name: button }).click({ timeout: APPEARS_MS / 9 });
    await pressed.catch(() => {});
    await expect.poll(() => elements.count(), { timeout: APPEARS_MS }).toBeGreaterThan(before);
  }
}
