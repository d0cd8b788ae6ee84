import type { PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { ComponentChild } from 'preact';

/** Lists in lists in lists: deeper ones are shown as the text that they are. */
const DEPTH_MAX = 3;

/** What a link may be; any other is its words alone. */
const SAFE = /^(?:https:\/\/|mailto:)/i;

/**
 * A manager's text with a little Markdown: paragraphs, emphasis, links, lists. Everything else that Markdown knows (HTML above all) is
 * shown as text nodes, so that nothing a person writes can become an element of its own.
 */
export function Markdown({ text }: { text: string }) {
  return <div class="prose">{fromMarkdown(text).children.map((node) => block(node, 0, text))}</div>;
}

function block(node: RootContent, depth: number, source: string): ComponentChild {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return <p dir="auto">{node.children.map((child) => phrase(child, source))}</p>;
    case 'list': {
      if (depth === DEPTH_MAX) return <p dir="auto">{sourceOf(node, source)}</p>;
      const items = node.children.map((item) => <li>{item.children.map((child) => block(child, depth + 1, source))}</li>);
      return node.ordered ? <ol start={node.start ?? 1}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'blockquote':
      return depth === DEPTH_MAX ? (
        <p dir="auto">{sourceOf(node, source)}</p>
      ) : (
        <blockquote>{node.children.map((child) => block(child, depth + 1, source))}</blockquote>
      );
    case 'thematicBreak':
      return <hr />;
    case 'definition':
      return null;
    default:
      return <p dir="auto">{sourceOf(node, source)}</p>;
  }
}

function phrase(node: PhrasingContent, source: string): ComponentChild {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'emphasis':
      return <em>{node.children.map((child) => phrase(child, source))}</em>;
    case 'strong':
      return <strong>{node.children.map((child) => phrase(child, source))}</strong>;
    case 'link':
      return SAFE.test(node.url) ? (
        <a href={node.url} rel="noopener nofollow ugc">
          {node.children.map((child) => phrase(child, source))}
        </a>
      ) : (
        node.children.map((child) => phrase(child, source))
      );
    case 'break':
      return <br />;
    default:
      return sourceOf(node, source);
  }
}

/** The words of a node as they were written. */
function sourceOf({ position }: RootContent | PhrasingContent, source: string): string {
  return source.slice(position?.start.offset, position?.end.offset);
}
