/** A text node that a translator has replaced, with the element that replaced it. Translators join neighbouring texts. */
interface Taken {
  texts: Text[];
  originals: string[];
  font: Element;
}

/**
 * Keeps rendered text under `root` correct while the browser translates the page. Translators (Google's, Microsoft's) replace each text
 * node with a `<font>`, and Preact keeps changing the node that is no longer in the page: a tick said "Sent" above an unsent message. So
 * each replaced node is put back, empty, right before its translation. When it gets a new text, its translation is removed and the new text
 * can be translated again; when it is removed or moved, so is its translation. Does nothing on an untranslated page.
 */
export function keepTranslatedTexts(root: Node): void {
  const all = new Set<Taken>();
  const observer = new MutationObserver((records) => {
    const fresh = new Set<Taken>();
    const changed = new Map<Node, string>();
    for (const { type, target, oldValue } of records) {
      if (type === 'characterData' && !changed.has(target)) changed.set(target, oldValue ?? '');
    }
    for (const { removedNodes, addedNodes, target, previousSibling, nextSibling } of records) {
      const fonts = [...addedNodes, previousSibling, nextSibling].filter((node) => isFont(node) && node.parentNode === target);
      for (const node of removedNodes) {
        if (!isText(node) || !node.data || isIn(all, node)) continue;
        const font = fonts.find((candidate) => candidate?.contains(node)) ?? (node.isConnected ? undefined : fonts[0]);
        if (font && take(node, font as Element, changed.get(node) ?? node.data, fresh)) changed.delete(node);
      }
    }
    for (const taken of all) settle(taken, changed);
    // Drops the records of our own changes.
    observer.takeRecords();
  });
  observer.observe(root, { childList: true, characterData: true, characterDataOldValue: true, subtree: true });

  function take(text: Text, font: Element, original: string, fresh: Set<Taken>): boolean {
    const known = [...all].find((taken) => taken.font === font);
    if (known && !fresh.has(known)) return false;
    const taken = known ?? { texts: [], originals: [], font };
    fresh.add(taken);
    all.add(taken);
    if (font.contains(text)) text.replaceWith(text.cloneNode());
    taken.texts.push(text);
    taken.originals.push(original);
    font.before(text);
    text.data = '';
    return true;
  }

  function settle(taken: Taken, changed: ReadonlyMap<Node, string>): void {
    const { texts, font } = taken;
    const last = texts.at(-1);
    const isWhole = texts.every((text) => text.isConnected && !changed.has(text));
    if (!last || !isWhole || !font.isConnected) {
      const next = last?.nextSibling;
      // Translated again, to another language.
      if (isWhole && isFont(next) && ![...all].some((other) => other.font === next)) taken.font = next;
      else release(taken, changed);
    } else if (last.nextSibling !== font) last.after(font);
  }

  function release(taken: Taken, changed: ReadonlyMap<Node, string>): void {
    all.delete(taken);
    taken.font.remove();
    for (const [index, text] of taken.texts.entries()) {
      if (!changed.has(text)) text.data = taken.originals[index] ?? '';
      // Inserts it again, so the translator treats it as new.
      if (text.isConnected) text.replaceWith(text);
    }
  }
}

function isFont(node: Node | null | undefined): node is Element {
  return node?.nodeName === 'FONT';
}

/** Not `instanceof`: the page in the editor is another document. */
function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}

function isIn(all: ReadonlySet<Taken>, text: Text): boolean {
  for (const { texts } of all) if (texts.includes(text)) return true;
  return false;
}
