import { textOn } from '@foyer/domain/colour';
import type { Label } from '@foyer/domain/label';
import { LIST_MAX } from '@foyer/domain/limits';
import { paths } from '@foyer/domain/paths';
import type { Signal } from '@preact/signals';
import { locale } from '../../lib/language.ts';
import { queryOf } from '../../lib/list-query.ts';
import { relistening } from '../../lib/relistening.ts';
import type { Store } from '../firebase/store.ts';
import type { KnownLabels } from './known-labels.ts';

/** What is left of a deleted label has no name, so a list in the order of names leaves it out. */
const ORDERED_BY = 'name';

/** Follows the manager's labels. */
export function followLabels({ db, managerId }: Store, known: Signal<KnownLabels | null>): () => void {
  const byName = new Intl.Collator(locale).compare;
  const all = queryOf(db, { path: paths.labels(managerId), newestBy: ORDERED_BY, limit: LIST_MAX });
  return relistening.query<Label>(all, ORDERED_BY, {
    next(found, isFromServer) {
      // An empty answer from this browser's copy means nothing: the labels may never have been loaded.
      if (!isFromServer && found.length === 0 && known.value === null) return;
      const sorted = found.map(({ id, data }) => ({ id, ...data, textColor: textOn(data.color) })).sort((a, b) => byName(a.name, b.name));
      known.value = new Map(sorted.map((label) => [label.id, label]));
    },
    // Conversations are shown without their labels.
    failed() {},
  });
}
