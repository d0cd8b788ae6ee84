import { NODE } from './runtime.ts';

/** The values of a message, with elements instead of texts. Numbers stay numbers, because plural forms depend on them. */
export type NodeValues<V, N> = { [K in keyof V]: V[K] extends number ? number : N };

const PLACE = new RegExp(`${NODE}(\\d+);`);

/**
 * A sentence that contains elements, as a list of texts and elements: `withNodes(words.youAnd, { name: <bdi>{name}</bdi> })`. Put someone
 * else's text in a `<bdi>`, so that neither its direction nor its content changes the sentence.
 */
export function withNodes<V extends object, N>(message: (values: V) => string, values: NodeValues<V, N>): (string | N)[] {
  const nodes: N[] = [];
  const places = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : `${NODE}${nodes.push(value as N) - 1};`,
  ]);
  return message(Object.fromEntries(places))
    .split(PLACE)
    .map((part, index) => (index % 2 === 1 ? (nodes[Number(part)] as N) : part))
    .filter((part) => part !== '');
}
