import { parseAst } from 'rolldown/parseAst';

/** A text in code that a person would read. */
export interface LiteralText {
  line: number;
  text: string;
}

/** Attributes whose value a person reads or hears. */
const READ_ATTRIBUTES = new Set(['aria-label', 'aria-valuetext', 'aria-description', 'title', 'placeholder', 'alt', 'label', 'hint']);

/** Properties of API contracts: their English is documentation for developers. */
const DOCUMENTATION = new Set(['summary', 'description', 'example', 'examples']);

/** A capital letter, and later a word without one: names of people and typefaces have none. */
const SENTENCE = /^\p{Lu}[\p{L}’']*[,:]? (?:.* )?\p{Ll}/u;

/** One word or more with letters in it. Names of products and formats are the same in every language. */
const SAME_EVERYWHERE = /^(?:[^\p{L}]|Foyer|Google|SVG|PNG|JSON|HTML|QR|URL|rel|me)*$|(?:sans-)?serif$|^[\dA-Z-]+$/u;

interface Node {
  type: string;
  start: number;
  [property: string]: unknown;
}

/**
 * Finds texts that belong in a catalogue: text and read attributes in JSX, and string literals that look like sentences. Errors that only
 * developers see (`new Error`), and the English of API contracts, are not texts for people.
 */
export function literalTextsIn(path: string, source: string): LiteralText[] {
  const found: LiteralText[] = [];
  const add = (node: Node, text: string) => found.push({ line: source.slice(0, node.start).split('\n').length, text: text.trim() });
  const visit = (node: Node): void => {
    if (node.type === 'JSXText' && !SAME_EVERYWHERE.test(String(node.value))) add(node, String(node.value));
    if (node.type === 'JSXAttribute' && READ_ATTRIBUTES.has(nameOf(node.name))) {
      const text = textOf(node.value);
      if (text !== null && !SAME_EVERYWHERE.test(text)) add(node, text);
      return;
    }
    if (isForDevelopers(node)) return;
    const text = textOf(node);
    if (text !== null && SENTENCE.test(text) && !SAME_EVERYWHERE.test(text)) add(node, text);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(parseAst(source, { lang: path.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node);
  return found;
}

function isForDevelopers(node: Node): boolean {
  if (node.type === 'NewExpression') return /Error$/.test(nameOf(node.callee));
  if (node.type === 'CallExpression') return /^(?:describe|meta)$/.test(nameOf((node.callee as { property?: unknown }).property));
  if (node.type === 'Property') return DOCUMENTATION.has(nameOf(node.key));
  return /^(?:Import|ExportAll|TS)/.test(node.type) && node.type !== 'TSAsExpression' && node.type !== 'TSSatisfiesExpression';
}

/** The text of a literal or a template, with `…` for its values. */
function textOf(value: unknown): string | null {
  const node = value as Node | null;
  if (node?.type === 'JSXExpressionContainer') return textOf(node.expression);
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node?.type === 'TemplateLiteral') return (node.quasis as { value: { cooked: string } }[]).map((part) => part.value.cooked).join('…');
  return null;
}

function nameOf(value: unknown): string {
  const node = value as { name?: unknown; value?: unknown } | null;
  return typeof node?.name === 'string' ? node.name : typeof node?.value === 'string' ? node.value : '';
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter((child): child is Node => typeof child === 'object' && child !== null && typeof (child as Node).type === 'string');
}
