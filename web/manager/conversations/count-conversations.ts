import { LIST_MAX } from '@foyer/domain/limits';
import { paths } from '@foyer/domain/paths';
import { getCountFromServer } from 'firebase/firestore';
import { queryOf } from '../../lib/list-query.ts';
import type { Store } from '../firebase/store.ts';
import { NEWEST_BY } from './conversation.ts';
import { filterOf, type View } from './view.ts';

/** A count of conversations, and whether there may be more. */
export interface Count {
  count: number;
  isAtLeast: boolean;
}

/** Counts a view's conversations, up to the limit that the rules demand of every list, for one read. Rejects without a connection. */
export async function countConversations({ db, managerId }: Store, view: View): Promise<Count> {
  const list = { path: paths.conversations(managerId), where: filterOf(view), newestBy: NEWEST_BY, limit: LIST_MAX };
  const { count } = (await getCountFromServer(queryOf(db, list))).data();
  return { count, isAtLeast: count === LIST_MAX };
}
