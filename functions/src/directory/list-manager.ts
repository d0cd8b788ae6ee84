import { listingOf } from '@foyer/domain/directory';
import type { Profile } from '@foyer/domain/profile';
import { FieldValue, type WriteBatch } from '@google-cloud/firestore';
import type { Tables } from '../db.ts';

/**
 * Puts a page into the directory as it is published or moved, or takes it out when its manager does not want to be there. Part of the
 * batch that changes the page, so that the directory never says what the page does not.
 */
export function listInDirectory(batch: WriteBatch, table: Tables, managerId: string, page: { slug: string; profile: Profile }): void {
  const listing = listingOf(page.slug, page.profile);
  if (listing === null) batch.delete(table.listing(managerId));
  else batch.set(table.listing(managerId), { ...listing, listedAt: FieldValue.serverTimestamp() });
}
