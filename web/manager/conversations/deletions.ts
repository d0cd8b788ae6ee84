import type { DeletionDocument } from '@foyer/domain/deletion';
import { LIST_MAX } from '@foyer/domain/limits';
import { paths } from '@foyer/domain/paths';
import { type ReadonlySignal, signal } from '@preact/signals';
import { deleteDoc, doc, type Timestamp } from 'firebase/firestore';
import { queryOf } from '../../lib/list-query.ts';
import { relistening } from '../../lib/relistening.ts';
import type { Store } from '../firebase/store.ts';
import { sayRefused } from '../notice/notice.ts';
import { type View, viewOf } from './view.ts';

/** The remaining record of a conversation that its visitor deleted. */
export interface Deletion {
  id: string;
  /** The list in which it was. */
  view: View;
  deletedAtMs: number;
}

export interface Deletions {
  list: ReadonlySignal<readonly Deletion[]>;
  dismiss(id: string): void;
  close(): void;
}

const NEWEST_BY = 'deletedAt';

/** The newest deletions in all lists, live. If they can't be loaded, nothing is shown: no conversation depends on them. */
export function openDeletions({ db, managerId }: Store): Deletions {
  const list = signal<readonly Deletion[]>([]);
  const newest = queryOf(db, { path: paths.deletions(managerId), newestBy: NEWEST_BY, limit: LIST_MAX });
  const close = relistening.query<DeletionDocument<Timestamp>>(newest, NEWEST_BY, {
    next(found) {
      list.value = found.map(({ id, data }) => ({ id, view: viewOf(data), deletedAtMs: data.deletedAt.toMillis() }));
    },
    failed() {},
  });
  return {
    list,
    dismiss: (id) => {
      deleteDoc(doc(db, paths.deletion(managerId, id))).catch(sayRefused);
    },
    close,
  };
}
