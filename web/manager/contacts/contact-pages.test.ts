import { beforeEach, expect, it, vi } from 'vitest';
import type { Hearing } from '../../lib/live-query.ts';
import type { Store } from '../firebase/store.ts';
import type { Contact } from './contact.ts';
import { openContactPages } from './contact-pages.ts';
import { contactSearch } from './contact-search.ts';

interface Listener extends Hearing<Contact[]> {
  after: string | null;
  isStopped: boolean;
}

let listeners: Listener[] = [];
vi.mock('./read-contacts.ts', () => ({
  followPage(_: Store, { after }: { after: Contact | null }, hearing: Hearing<Contact[]>) {
    const listener = { ...hearing, after: after?.id ?? null, isStopped: false };
    listeners.push(listener);
    return () => {
      listener.isStopped = true;
    };
  },
}));

vi.stubGlobal('navigator', { onLine: true });
beforeEach(() => {
  listeners = [];
});

const rows = (from: number, count = 30) =>
  Array.from({ length: count }, (_, index) => ({ id: `${from + index}`, nameKey: `${from + index}` }) as Contact);
const live = () => listeners.filter(({ isStopped }) => !isStopped);
const store = {} as Store;
const everyone = contactSearch('');

it('waits for the server before it says that there is none', () => {
  const pages = openContactPages(store, everyone);
  live()[0]?.next([], false);
  expect(pages.rows.value).toBeNull();
  live()[0]?.next([], true);
  expect(pages.rows.value).toEqual([]);
});

it('listens to the next page again when it begins elsewhere, and to none after a shorter one', () => {
  const pages = openContactPages(store, everyone);
  live()[0]?.next(rows(0), true);
  expect([pages.hasMore.value, pages.rows.value?.length]).toEqual([true, 30]);
  pages.more();
  expect(live().map(({ after }) => after)).toEqual([null, '29']);
  live()[1]?.next(rows(30, 5), true);
  expect([pages.hasMore.value, pages.rows.value?.length]).toEqual([false, 35]);

  // A contact was added before the last one of the first page.
  live()[0]?.next([...rows(100, 1), ...rows(0, 29)], true);
  expect(live().map(({ after }) => after)).toEqual([null, '28']);
  live()[1]?.next(rows(29, 6), true);
  expect(pages.rows.value?.map(({ id }) => id)).toEqual(['100', ...rows(0, 35).map(({ id }) => id)]);

  live()[0]?.next([], true);
  expect(live()).toHaveLength(1);
  pages.close();
  expect(live()).toEqual([]);
});
