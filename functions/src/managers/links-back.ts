import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse } from 'parse5';

/** Browsers flatten deeper nesting (Chromium at 512), and the parser's work per tag grows with depth. */
const DEPTH_MAX = 512;
/** One tag can create many elements: unclosed formatting reopens in every paragraph. 100 kB of ordinary markup has about 5,000. */
const ELEMENTS_MAX = 20_000;

/** HTML links only: one inside SVG or MathML does not count. */
const LINKS: ReadonlySet<string> = new Set(['a', 'area', 'link']);
const ASCII_SPACE = /[\t\n\f\r ]+/;

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * Whether the page at `url` links with `rel=me` to one of `ours` (addresses without a trailing slash). Parses it as a browser does before
 * scripts run: a comment, an attribute, a `<template>` or a `<noscript>` holds no link, and `<base href>` counts. Markup beyond the limits
 * above isn't read.
 */
export function linksBack({ url, html: text }: { url: string; html: string }, ours: ReadonlySet<string>): boolean {
  let base = url;
  let isBaseKnown = false;
  const targets: string[] = [];
  for (const element of elementsOf(text)) {
    const attribute = (wanted: string) => element.attrs.find(({ name }) => name === wanted)?.value;
    const href = attribute('href');
    if (href === undefined) continue;
    if (element.tagName === 'base' && !isBaseKnown) {
      // Only the first base counts; if it is invalid, the page's own address stays.
      isBaseKnown = true;
      base = baseOf(href, url);
    }
    const isMe = attribute('rel')?.toLowerCase().split(ASCII_SPACE).includes('me');
    if (LINKS.has(element.tagName) && isMe) targets.push(href);
  }
  return targets.some((href) => {
    const target = URL.parse(href, base);
    return target !== null && ours.has(target.origin + target.pathname.replace(/\/$/, ''));
  });
}

function baseOf(href: string, url: string): string {
  const base = URL.parse(href, url);
  return base && /^https?:$/.test(base.protocol) ? base.href : url;
}

function* elementsOf(text: string): Generator<Element> {
  const left: Node[] = [documentOf(text)];
  for (let node = left.pop(); node; node = left.pop()) {
    if (defaultTreeAdapter.isElementNode(node) && node.namespaceURI === html.NS.HTML) yield node;
    if ('childNodes' in node) for (let index = node.childNodes.length - 1; index >= 0; index--) left.push(node.childNodes[index] as Node);
  }
}

class BeyondBounds extends Error {}

function documentOf(text: string): Node {
  const document = defaultTreeAdapter.createDocument();
  let depth = 0;
  let elements = 0;
  const bounded: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createDocument: () => document,
    createElement(...element) {
      if (++elements > ELEMENTS_MAX) throw new BeyondBounds();
      return defaultTreeAdapter.createElement(...element);
    },
    onItemPush() {
      if (++depth > DEPTH_MAX) throw new BeyondBounds();
    },
    onItemPop() {
      depth--;
    },
  };
  try {
    return parse(text, { treeAdapter: bounded, scriptingEnabled: true });
  } catch (error) {
    if (error instanceof BeyondBounds) return document;
    throw error;
  }
}
