import type { Hold } from './outbox.ts';
import type { State } from './talk.ts';

/** What the person should know about sending, in one sentence; empty when there is nothing. */
export function noticeOf({ hold, phase }: Pick<State, 'hold' | 'phase'>): string {
  if (hold?.reason === 'too-fast') return `That was a little fast. This will be sent by itself in ${spoken(hold.waitMs)}.`;
  if (hold?.reason !== 'offline') return '';
  const [what, until] = navigator.onLine ? ['There is no connection just now.', 'there is one'] : ['You are offline.', 'you are back'];
  return `${what} ${phase === 'opening' ? 'Your conversation will be here' : 'We will send this'} as soon as ${until}.`;
}

function spoken(ms: Hold['waitMs']): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 2) return 'a moment';
  return seconds < 100 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
