import type { Page } from 'playwright-core';

/** Finds Japanese texts whose last line is one letter, the end of a word such as 「す。」. */
export async function shortLastLines(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SHORT = 1;
    const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const faults: string[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent ?? '';
      const end = text.replace(/[\p{P}\s]+$/u, '').length;
      const parent = walker.currentNode.parentElement;
      if (!parent?.checkVisibility() || end <= SHORT || !/[\p{scx=Hira}\p{scx=Han}]/u.test(text)) continue;
      if (parent.getBoundingClientRect().width <= 1 || parent.closest('bdi, textarea, [dir]:not(html), .truncate')) continue;
      const topOf = (index: number) => {
        const range = document.createRange();
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + 1);
        return range.getBoundingClientRect().top;
      };
      const isShort = Array.from({ length: SHORT }, (_, index) => end - 1 - index).some((index) => topOf(index) - topOf(index - 1) > 4);
      if (isShort) faults.push(`ends with a short line: “${text.trim()}”`);
    }
    return faults;
  });
}
