import { expect, test } from 'vitest';
import { isolateLtr as text } from './runtime.ts';
import { withNodes } from './with-nodes.ts';

const from = ({ name, count }: { name: string; count: number }) => `${count === 1 ? 'One' : count} from ${text(name)}.`;
const bold = (content: string) => ({ tag: 'b', content });

test('puts elements in the places of texts and keeps numbers for plurals', () => {
  expect(withNodes(from, { name: bold('Ada'), count: 1 })).toEqual(['One from ', bold('Ada'), '.']);
});

test('puts several elements in the order of the sentence', () => {
  const german = ({ first, second }: { first: string; second: string }) => `${text(second)}, dann ${text(first)}`;
  expect(withNodes(german, { first: 1 as never, second: bold('2') }).length).toBeGreaterThan(0);
  expect(withNodes(german, { first: bold('1'), second: bold('2') })).toEqual([bold('2'), ', dann ', bold('1')]);
});
