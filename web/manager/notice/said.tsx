import { withNodes } from '@foyer/words/with-nodes';
import type { Sentence } from './sentence.ts';

/** Emphasises the visitor's name. */
export function Said({ sentence }: { sentence: Sentence }) {
  if (typeof sentence === 'string') return <>{sentence}</>;
  const { name, write } = sentence;
  return <>{withNodes((values: { name: string }) => write(values.name), { name: <bdi class="font-medium">{name}</bdi> })}</>;
}
