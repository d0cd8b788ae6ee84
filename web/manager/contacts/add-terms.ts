import { LIST_MAX } from '@foyer/domain/limits';
import type { Store } from '../firebase/store.ts';
import { CONTACTS_READ_MAX, readContactsBeforeTerms } from './read-contacts.ts';
import { commitWrites } from './write-contacts.ts';

/** Adds terms to contacts that were stored before they had any, so that a search finds them. One read if there are none. */
export async function addTerms(store: Store): Promise<void> {
  for (let done = 0; done < CONTACTS_READ_MAX; done += LIST_MAX) {
    const old = await readContactsBeforeTerms(store);
    if (old.length > 0)
      await commitWrites(
        store,
        old.map((addTermsTo) => ({ addTermsTo })),
      );
    if (old.length < LIST_MAX) return;
  }
}
