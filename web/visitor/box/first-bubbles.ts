import { element } from '../../lib/element.ts';
import type { State } from '../talk/talk.ts';

/**
 * The first messages in the thread's own markup, for as long as the thread's script is not there: what was sent is seen at once, and
 * nothing of the thread need be loaded before there is one.
 */
export function drawBubbles(thread: Element, { messages, outgoing, hold }: Pick<State, 'messages' | 'outgoing' | 'hold'>): void {
  const texts = [...messages, ...outgoing].map(({ text }) => text);
  const when = element('p', 'when', outgoing.length === 0 ? 'Sent' : hold ? 'Not sent yet' : 'Sending');
  const group = element('div', 'group own', ...texts.map((text) => element('p', 'bubble', text)), when);
  thread.replaceChildren(...(texts.length > 0 ? [element('div', 'log', group)] : []));
}
