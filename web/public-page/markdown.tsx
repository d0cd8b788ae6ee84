import { safeLink } from '@foyer/domain/safe-link';
import MarkdownIt from 'markdown-it';
import type { ComponentChild } from 'preact';
import { hasOrdinaryMarkdown } from './markdown-bounds.ts';
import { Prose } from './prose.tsx';

type Token = ReturnType<MarkdownIt['parse']>[number];

/** Deeper nested lists are shown as plain text. */
const DEPTH_MAX = 3;

/** A definition can be used any number of times: all addresses together can be at most this many times as long as the text. */
const ADDRESSES_SHARE = 2;
const ADDRESSES_MIN = 1000;

const parser = new MarkdownIt('commonmark', { html: false }).disable('image');
// Shows an image as it was written: its address must not become a link either.
parser.inline.ruler.before('link', 'picture', (state, isSilent) => {
  if (!state.src.startsWith('![', state.pos)) return false;
  if (!isSilent) state.pending += '![';
  state.pos += 2;
  return true;
});
// Keeps addresses as written; only `safeLink` judges them.
parser.validateLink = () => true;
parser.normalizeLink = (url) => url;
parser.normalizeLinkText = (url) => url;

/**
 * A manager's text with a little Markdown: paragraphs, emphasis, links, lists. All other Markdown (above all HTML) is shown as text nodes,
 * so nothing in the text can become an element. A text with more Markdown than a person would write is shown unparsed, so it takes no more
 * time than others.
 */
export function Markdown({ text }: { text: string }) {
  if (!hasOrdinaryMarkdown(text)) return <Prose text={text} />;
  return <div class="prose">{new Writer(text).blocks(parser.parse(text, {}), 0)}</div>;
}

/** Converts the parser's flat list of tokens to elements: an opening token comes before its content, the closing one after it. */
class Writer {
  readonly #lines: readonly string[];
  #addressesLeft: number;

  constructor(source: string) {
    this.#lines = source.split('\n');
    this.#addressesLeft = Math.max(ADDRESSES_MIN, source.length * ADDRESSES_SHARE);
  }

  blocks(tokens: readonly Token[], depth: number): ComponentChild[] {
    return parts(tokens).map(([token, inner]) => this.#block(token, inner, depth));
  }

  #block(token: Token, inner: readonly Token[], depth: number): ComponentChild {
    switch (token.type) {
      case 'paragraph_open':
      case 'heading_open':
        return <p dir="auto">{this.#phrases(inner[0]?.children ?? [])}</p>;
      case 'bullet_list_open':
        return depth === DEPTH_MAX ? this.#asWritten(token) : <ul>{this.#items(inner, depth)}</ul>;
      case 'ordered_list_open':
        return depth === DEPTH_MAX ? (
          this.#asWritten(token)
        ) : (
          <ol start={Number(token.attrGet('start') ?? 1)}>{this.#items(inner, depth)}</ol>
        );
      case 'blockquote_open':
        return depth === DEPTH_MAX ? this.#asWritten(token) : <blockquote>{this.blocks(inner, depth + 1)}</blockquote>;
      case 'hr':
        return <hr />;
      default:
        return this.#asWritten(token);
    }
  }

  #items(tokens: readonly Token[], depth: number): ComponentChild[] {
    return parts(tokens).map(([, inner]) => <li>{this.blocks(inner, depth + 1)}</li>);
  }

  #phrases(tokens: readonly Token[]): ComponentChild[] {
    return parts(tokens).map(([token, inner]) => this.#phrase(token, inner));
  }

  #phrase(token: Token, inner: readonly Token[]): ComponentChild {
    switch (token.type) {
      case 'em_open':
        return <em>{this.#phrases(inner)}</em>;
      case 'strong_open':
        return <strong>{this.#phrases(inner)}</strong>;
      case 'link_open': {
        const href = safeLink(String(token.attrGet('href') ?? ''));
        this.#addressesLeft -= href?.length ?? 0;
        return href !== null && this.#addressesLeft >= 0 ? (
          <a href={href} rel="noopener nofollow ugc">
            {this.#phrases(inner)}
          </a>
        ) : (
          this.#phrases(inner)
        );
      }
      case 'hardbreak':
        return <br />;
      case 'softbreak':
        return '\n';
      case 'code_inline':
        return token.markup + token.content + token.markup;
      default:
        return token.content;
    }
  }

  #asWritten({ map }: Token): ComponentChild {
    const [from, to] = map ?? [0, 0];
    return <p dir="auto">{this.#lines.slice(from, to).join('\n').trim()}</p>;
  }
}

/** The tokens of one level, each with the tokens between it and its closing token. */
function parts(tokens: readonly Token[]): [token: Token, inner: readonly Token[]][] {
  const found: [Token, readonly Token[]][] = [];
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index] as Token;
    const end = token.nesting === 1 ? closing(tokens, index) : index;
    found.push([token, tokens.slice(index + 1, end)]);
    index = end + 1;
  }
  return found;
}

function closing(tokens: readonly Token[], start: number): number {
  let open = 0;
  for (let index = start; index < tokens.length; index++) {
    open += tokens[index]?.nesting ?? 0;
    if (open === 0) return index;
  }
  return tokens.length;
}
