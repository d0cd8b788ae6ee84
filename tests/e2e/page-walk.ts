import type { Page } from 'playwright-core';

/** The focused element, as a person who sees the page would find it. */
export interface Stop {
  name: string;
  /** Its index among all focusable elements, in reading order. */
  place: number;
  /** Whether it is visible: inside the window, and not covered. */
  isSeen: boolean;
  /** Whether its focus is indicated. */
  isMarked: boolean;
}

const FOCUSABLE = 'a[href], button, input, textarea, select, summary, [tabindex]';

/** Goes through a page with the Tab key, from its start until the focus returns to the browser. */
export async function walk(page: Page): Promise<{ stops: Stop[]; focusable: number }> {
  const stops: Stop[] = [];
  const focusable = await page.evaluate(
    (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).length,
    FOCUSABLE,
  );
  for (let pressed = 0; pressed <= focusable; pressed++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(stopOf, FOCUSABLE);
    if (!stop) break;
    stops.push(stop);
  }
  return { stops, focusable };
}

/** Runs in the page. */
function stopOf(selector: string): Stop | null {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const all = [...document.querySelectorAll(selector)].filter((other) => other.checkVisibility());
  // A link that wraps over two lines is where its words are.
  const [box] = element.getClientRects();
  const { left = 0, top = 0, width = 0, height = 0 } = box ?? {};
  const [x, y] = [left + width / 2, top + height / 2];
  const front = document.elementFromPoint(x, y);
  const sheet = element.closest('.sheet');
  // A link that is a whole row has its outline around the row.
  const isOutlined = [undefined, '::after'].some((part) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element, part);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
  });
  return {
    name: element.getAttribute('aria-label') ?? element.textContent?.trim() ?? element.localName,
    place: all.indexOf(element),
    isSeen: width > 0 && height > 0 && front !== null && (element.contains(front) || front.contains(element)),
    isMarked: isOutlined || getComputedStyle(element).textDecorationLine !== 'none' || sheet !== null,
  };
}
