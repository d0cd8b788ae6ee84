import { listingOf } from '@foyer/domain/directory';
import { isOpen } from '@foyer/domain/manager';
import { FieldValue, type WriteBatch } from '@google-cloud/firestore';
import type { StoredManager, Tables } from '../db.ts';

type Page = Pick<StoredManager, 'slug' | 'profile' | 'closed'>;

/**
 * Puts a page into the directory as it is published, moved or reopened, or takes it out when its manager does not want to be listed or the
 * page is closed. Part of the batch that changes the page, so that the directory never says what the page does not.
 */
export function listInDirectory(batch: WriteBatch, table: Tables, managerId: string, page: Page): void {
  const listing = isOpen(page) ? listingOf(page.slug, page.profile) : null;
  if (listing === null) batch.delete(table.listing(managerId));
  else batch.set(table.listing(managerId), { ...listing, listedAt: FieldValue.serverTimestamp() });
}
