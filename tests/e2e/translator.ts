import type { BrowserContext, Page } from 'playwright-core';

/** The known ways in which translators put their text into a page. */
export const TRANSLATORS = ['replaces texts', 'inserts, then removes', 'wraps texts', 'joins neighbouring texts'] as const;
export type Translator = (typeof TRANSLATORS)[number];

/** Translates every page of a browser, now and after each change, by `<font><font>` like Google Translate. `Sent` becomes `«Sent»`. */
export async function translatePages(context: BrowserContext, translator: Translator): Promise<void> {
  await context.addInitScript(translate, translator);
}

/** Translates an open page in the same way. */
export function translatePage(page: Page, translator: Translator): Promise<void> {
  return page.evaluate(translate, translator);
}

/** The text of a page, translated or not. */
export function said(text: string | null): string {
  return (text ?? '').replace(/[«»]/g, '').replace(/\s+/g, ' ').trim();
}

/** Runs in the page, so it can't use anything outside. */
function translate(translator: Translator): void {
  const fontFor = (text: string) => {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    outer.append(inner);
    inner.textContent = text;
    return outer;
  };
  const untranslated = (root: Node) => {
    const found: Text[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if ((node as Text).data.trim() && !node.parentElement?.closest('font, script, style, textarea, noscript, [translate=no]'))
        found.push(node as Text);
    }
    return found;
  };
  const work: Record<Translator, (text: Text) => void> = {
    'replaces texts': (text) => text.replaceWith(fontFor(`«${text.data}»`)),
    'inserts, then removes'(text) {
      text.before(fontFor(`«${text.data}»`));
      text.remove();
    },
    'wraps texts'(text) {
      const font = fontFor('');
      text.before(font);
      font.firstChild?.appendChild(text);
      text.data = `«${text.data}»`;
    },
    'joins neighbouring texts'(text) {
      if (!text.parentNode) return;
      const joined = [text];
      for (let next = text.nextSibling; next?.nodeType === Node.TEXT_NODE; next = next.nextSibling) joined.push(next as Text);
      text.before(fontFor(`«${joined.map(({ data }) => data).join('')}»`));
      for (const node of joined) node.remove();
    },
  };
  const all = () => {
    for (const text of untranslated(document.body)) work[translator](text);
  };
  const begin = () => {
    all();
    let isWaiting = false;
    new MutationObserver(() => {
      if (isWaiting) return;
      isWaiting = true;
      setTimeout(() => {
        isWaiting = false;
        all();
      });
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
  else begin();
}
