import { safeLink } from '@foyer/domain/safe-link';
import type { PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { ComponentChild } from 'preact';

/** Lists in lists in lists: deeper ones are shown as the text that they are. */
const DEPTH_MAX = 3;

/** A definition can be used any number of times: together the addresses of a text may be this many times as long as the text. */
const ADDRESSES_SHARE = 2;
const ADDRESSES_MIN = 1000;

/** What all nodes of one text share. */
interface Written {
  source: string;
  /** The addresses that are defined for references, by their labels. */
  definitions: ReadonlyMap<string, string>;
  addressesLeft: number;
}

/**
 * A manager's text with a little Markdown: paragraphs, emphasis, links, lists. Everything else that Markdown knows (HTML above all) is
 * shown as text nodes, so that nothing a person writes can become an element of its own.
 */
export function Markdown({ text }: { text: string }) {
  const { children } = fromMarkdown(text);
  const written = {
    source: text,
    definitions: definitionsIn(children),
    addressesLeft: Math.max(ADDRESSES_MIN, text.length * ADDRESSES_SHARE),
  };
  return <div class="prose">{children.map((node) => block(node, 0, written))}</div>;
}

/** Wherever they stand, the first of each label. */
function definitionsIn(nodes: readonly RootContent[], found = new Map<string, string>()): Map<string, string> {
  for (const node of nodes) {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url);
    else if ('children' in node) definitionsIn(node.children, found);
  }
  return found;
}

function block(node: RootContent, depth: number, written: Written): ComponentChild {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return <p dir="auto">{node.children.map((child) => phrase(child, written))}</p>;
    case 'list': {
      if (depth === DEPTH_MAX) return <p dir="auto">{sourceOf(node, written)}</p>;
      const items = node.children.map((item) => <li>{item.children.map((child) => block(child, depth + 1, written))}</li>);
      return node.ordered ? <ol start={node.start ?? 1}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'blockquote':
      return depth === DEPTH_MAX ? (
        <p dir="auto">{sourceOf(node, written)}</p>
      ) : (
        <blockquote>{node.children.map((child) => block(child, depth + 1, written))}</blockquote>
      );
    case 'thematicBreak':
      return <hr />;
    case 'definition':
      return null;
    default:
      return <p dir="auto">{sourceOf(node, written)}</p>;
  }
}

function phrase(node: PhrasingContent, written: Written): ComponentChild {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'emphasis':
      return <em>{node.children.map((child) => phrase(child, written))}</em>;
    case 'strong':
      return <strong>{node.children.map((child) => phrase(child, written))}</strong>;
    case 'link':
      return linked(node.url, node.children, written);
    case 'linkReference':
      return linked(written.definitions.get(node.identifier) ?? '', node.children, written);
    case 'break':
      return <br />;
    default:
      return sourceOf(node, written);
  }
}

/** A link, or its words alone where nobody may follow it. */
function linked(url: string, children: readonly PhrasingContent[], written: Written): ComponentChild {
  const words = children.map((child) => phrase(child, written));
  const href = safeLink(url);
  written.addressesLeft -= href?.length ?? 0;
  if (href === null || written.addressesLeft < 0) return words;
  return (
    <a href={href} rel="noopener nofollow ugc">
      {words}
    </a>
  );
}

/** The words of a node as they were written. */
function sourceOf({ position }: RootContent | PhrasingContent, { source }: Written): string {
  return source.slice(position?.start.offset, position?.end.offset);
}
