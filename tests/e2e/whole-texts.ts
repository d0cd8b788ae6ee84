import type { PSEUDO } from '@foyer/domain/language';
import type { Language } from '@foyer/domain/languages';
import type { Page } from 'playwright-core';

/** Switches the dashboard to a language. The pseudo-language is 40 % longer than English, with accents and brackets. */
export async function speak(page: Page, language: Language | typeof PSEUDO): Promise<void> {
  await page.evaluate((tag) => localStorage.setItem('foyer:language', tag), language);
  await page.reload();
  await page.locator(`html[lang="${language}"]`).waitFor();
}

interface Options {
  /** Parts of texts that no catalogue has: names, addresses, texts of people, and days and languages, which come from `Intl`. */
  written?: readonly string[];
  /** Whether texts must be in the pseudo-language. */
  isPseudo?: boolean;
}

/**
 * Finds faults of the texts on a screen, or in the dialog over it: beyond the window, beyond their button or paragraph, cut off without
 * an ellipsis, or with one although no person wrote them, over each other, or in plain English on a screen in the pseudo-language.
 */
export async function textFaults(page: Page, { written = [], isPseudo = true }: Options = {}): Promise<string[]> {
  return page.evaluate(findFaults, { written: [...written], isPseudo });
}

/** Runs in the page. */
function findFaults({ written, isPseudo }: { written: string[]; isPseudo: boolean }): string[] {
  /** Fractions of a pixel, and the parts of letters that are drawn beyond their line. */
  const ROOM = 2;
  /** Elements that contain a text of a person, a time, a key or an address. */
  const OWN = 'bdi, time, kbd, code, textarea, [translate=no], :is([dir], [lang]):not(html), svg, script, style';
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
  const root = dialog ?? document.body;
  const quoted = (text: string) => `“${text.trim().slice(0, 60)}”`;

  const texts: { text: string; parent: Element; rects: DOMRect[] }[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent ?? '';
    if (!parent || text.trim() === '' || !parent.checkVisibility({ visibilityProperty: true }) || parent.closest('script, style')) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    texts.push({ text, parent, rects: [...range.getClientRects()].filter(({ width }) => width > 0) });
  }
  const ancestorsOf = (element: Element): Element[] => {
    const all: Element[] = [];
    for (let one: Element | null = element; one && one !== document.documentElement; one = one.parentElement) all.push(one);
    return all;
  };
  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element) => {
    const known = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, known);
    return known;
  };
  /** Read out, but not shown. */
  const isUnseen = (element: Element) =>
    ancestorsOf(element).some((one) => styleOf(one).position === 'absolute' && one.getBoundingClientRect().width <= 1);
  const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
  /** A label that gives way to its button's icon. */
  const isOutside = (parent: Element, rects: readonly DOMRect[]) => {
    const button = parent.closest('button:has(svg)');
    if (!button || !cuts(styleOf(button).overflowY)) return false;
    const { bottom } = button.getBoundingClientRect();
    return rects.every(({ top }) => top >= bottom - ROOM);
  };
  const isTransparent = (element: Element) => ancestorsOf(element).some((one) => styleOf(one).opacity === '0');

  const faults: string[] = [];
  const seen = texts.filter(({ parent, rects }) => !isUnseen(parent) && !isTransparent(parent) && !isOutside(parent, rects));
  for (const { text, parent, rects } of seen) {
    const ancestors = ancestorsOf(parent);
    const cutting = ancestors.find((one) => styleOf(one).textOverflow === 'ellipsis');
    const hasEllipsis = cutting !== undefined;
    if (cutting && cutting.scrollWidth > cutting.clientWidth && !parent.closest(OWN) && !written.some((one) => text.includes(one)))
      faults.push(`cut off: ${quoted(text)}`);
    const scrolls = ancestors.some((one) => ['auto', 'scroll'].includes(styleOf(one).overflowX));
    if (!hasEllipsis && !scrolls && rects.some(({ left, right }) => left < -ROOM || right > innerWidth + ROOM))
      faults.push(`beyond the window: ${quoted(text)}`);
    for (const one of ancestors) {
      const box = one.getBoundingClientRect();
      const { overflowX, overflowY } = styleOf(one);
      const holds =
        one.matches('button, a, label, p, li, dt, dd, th, td, legend, h1, h2, h3, [role=menuitem]') && styleOf(one).display !== 'inline';
      const isWide = rects.some(({ left, right }) => left < box.left - ROOM || right > box.right + ROOM);
      const isHigh = rects.some(({ top, bottom }) => top < box.top - ROOM || bottom > box.bottom + ROOM);
      if (!hasEllipsis && isWide && (holds || cuts(overflowX))) faults.push(`wider than its ${one.localName}: ${quoted(text)}`);
      else if (isHigh && (holds || cuts(overflowY))) faults.push(`higher than its ${one.localName}: ${quoted(text)}`);
      else if (styleOf(one).position === 'static' && !['auto', 'scroll'].includes(overflowY)) continue;
      break;
    }
  }

  /** What is left of a text's lines where an ancestor scrolls them out of view. */
  const inView = ({ parent, rects }: { parent: Element; rects: readonly DOMRect[] }) => {
    const frames = ancestorsOf(parent)
      .filter((one) => ['auto', 'scroll'].includes(styleOf(one).overflowY))
      .map((one) => one.getBoundingClientRect());
    const top = Math.max(...frames.map((frame) => frame.top));
    const bottom = Math.min(...frames.map((frame) => frame.bottom));
    return rects.map((rect) => ({
      left: rect.left,
      right: rect.right,
      top: Math.max(rect.top, top),
      bottom: Math.min(rect.bottom, bottom),
    }));
  };
  // Positioned elements cover other elements on purpose.
  const flowing = seen
    .filter(({ parent }) =>
      ancestorsOf(parent).every((one) => one === root || !['absolute', 'fixed', 'sticky'].includes(styleOf(one).position)),
    )
    .map((one) => ({ ...one, rects: inView(one) }));
  for (const [index, one] of flowing.entries()) {
    for (const other of flowing.slice(index + 1)) {
      const isOver = one.rects.some((first) =>
        other.rects.some(
          (second) =>
            Math.min(first.right, second.right) - Math.max(first.left, second.left) > ROOM &&
            Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top) > 2 * ROOM,
        ),
      );
      const isCut = [one, other].some(({ parent }) => ancestorsOf(parent).some((part) => styleOf(part).textOverflow === 'ellipsis'));
      if (isOver && !isCut) faults.push(`over each other: ${quoted(one.text)} and ${quoted(other.text)}`);
    }
  }

  if (!isPseudo) return faults;
  const isPlain = (text: string) =>
    /\p{L}{2}/u.test(text) && !/[[\]àéíöüýçñšžÀÉÍÖÜÝÇÑŠŽ]/.test(text) && !written.some((one) => text.includes(one));
  for (const { text, parent } of texts) if (!parent.closest(OWN) && isPlain(text)) faults.push(`not in the catalogue: ${quoted(text)}`);
  for (const element of root.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
    if (!element.checkVisibility() || element.closest('iframe')) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      const text = element.getAttribute(name) ?? '';
      if (isPlain(text)) faults.push(`not in the catalogue: ${name} ${quoted(text)}`);
    }
  }
  return [...new Set(faults)];
}
