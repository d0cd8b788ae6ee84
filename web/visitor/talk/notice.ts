import { box } from '../words.ts';
import type { State } from './talk.ts';

/** The notice for the visitor, or an empty string. The thread adds notices about an open conversation. */
export function noticeOf({ wait, said }: State): string {
  return said || wait?.why || (wait?.reason === 'offline' ? box.offline : '');
}
