import { listingOf } from '@foyer/domain/directory';
import { isOpen, type PageState } from '@foyer/domain/page-state';
import { FieldValue, type WriteBatch } from '@google-cloud/firestore';
import type { StoredManager, Tables } from '../db.ts';

type Page = Pick<StoredManager, 'slug' | 'profile'> & PageState<unknown>;

/** Lists or unlists a page in the batch that changes it, so the directory never contradicts the page. */
export function listInDirectory(batch: WriteBatch, table: Tables, managerId: string, page: Page): void {
  const listing = isOpen(page) ? listingOf(page.slug, page.profile) : null;
  if (listing === null) batch.delete(table.listing(managerId));
  else batch.set(table.listing(managerId), { ...listing, listedAt: FieldValue.serverTimestamp() });
}
