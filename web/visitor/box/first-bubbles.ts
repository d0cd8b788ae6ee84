import { element } from '../../lib/element.ts';
import type { State } from '../talk/talk.ts';
import { box } from '../words.ts';

/** Shows the first messages in the thread's markup immediately, so none of the thread's files are needed before a message is sent. */
export function drawBubbles(thread: Element, { messages, outgoing, wait }: Pick<State, 'messages' | 'outgoing' | 'wait'>): void {
  const texts = [...messages, ...outgoing].map(({ text }) => text);
  const when = element('p', 'when', outgoing.length === 0 ? box.sent : wait ? box.unsent : box.sending);
  const group = element('div', 'group own', ...texts.map((text) => element('p', 'bubble', text)), when);
  thread.replaceChildren(...(texts.length > 0 ? [element('div', 'log', group)] : []));
}
