import { box } from '../words.ts';
import type { State } from './talk.ts';

/** The notice for the visitor, or an empty string. The thread adds notices about an open conversation. */
export function noticeOf({ hold, said }: State): string {
  return said || hold?.why || (hold?.reason === 'offline' ? box.offline : '');
}
