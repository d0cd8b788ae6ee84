import { type ReadonlySignal, signal } from '@preact/signals';
import type { Store } from '../firebase/store.ts';
import type { Contact } from './contact.ts';
import type { ContactSearch } from './contact-search.ts';
import { type After, followPage } from './read-contacts.ts';

/** Contacts in one page of the list. */
const PAGE = 30;

interface Page {
  after: After | null;
  rows: readonly Contact[];
  stop(): void;
}

export interface ContactPages {
  /** In the order of their names; `null` until the store has answered. */
  rows: ReadonlySignal<readonly Contact[] | null>;
  hasFailed: ReadonlySignal<boolean>;
  hasMore: ReadonlySignal<boolean>;
  more(): void;
  close(): void;
}

/**
 * Follows the contacts that a search finds, page by page. Each page begins after the last contact of the one before: if that
 * changes, the next page is listened to again.
 */
export function openContactPages(store: Store, search: ContactSearch): ContactPages {
  const pages: Page[] = [];
  const rows = signal<readonly Contact[] | null>(null);
  const hasFailed = signal(false);
  const hasMore = signal(false);

  const show = () => {
    rows.value = pages.flatMap((page) => page.rows).filter(search.matches);
    hasMore.value = pages.at(-1)?.rows.length === PAGE;
  };
  const listen = (index: number, after: After | null) => {
    pages[index]?.stop();
    const page: Page = { after, rows: pages[index]?.rows ?? [], stop: () => {} };
    pages[index] = page;
    page.stop = followPage(
      store,
      { search, after, size: PAGE },
      {
        next(found, isFromServer) {
          // An empty answer from this browser's copy means nothing while the server can be asked.
          if (!isFromServer && found.length === 0 && navigator.onLine) return;
          if (pages[index] !== page) return;
          page.rows = found;
          hasFailed.value = false;
          followOn(index);
          show();
        },
        failed() {
          hasFailed.value = true;
        },
      },
    );
  };
  const followOn = (index: number) => {
    const next = pages[index + 1];
    const last = pages[index]?.rows.at(-1);
    if (!next || (last && next.after && last.id === next.after.id && last.nameKey === next.after.nameKey)) return;
    if (last) listen(index + 1, last);
    else for (const page of pages.splice(index + 1)) page.stop();
  };
  listen(0, null);
  return {
    rows,
    hasFailed,
    hasMore,
    more() {
      const last = pages.at(-1)?.rows.at(-1);
      if (last && hasMore.peek()) listen(pages.length, last);
    },
    close() {
      for (const page of pages) page.stop();
    },
  };
}
