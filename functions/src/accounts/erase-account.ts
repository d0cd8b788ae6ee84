import { SLUG_KEPT_DAYS } from '@foyer/domain/manager';
import { FieldValue, Timestamp } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import { eraseConversations } from '../conversations/erase-conversation.ts';
import type { StoredManager } from '../db.ts';
import { logs } from '../logs.ts';
import { forgetOpen } from '../managers/open-pages.ts';
import { pagesOf } from '../pages-of.ts';
import { filesBelow } from '../pictures/picture-files.ts';

const SLUG_KEPT_MS = SLUG_KEPT_DAYS * 24 * 3600_000;
const CONVERSATIONS_AT_ONCE = 20;
/** How long a request keeps erasing, of its 30 seconds. The purge does the rest. */
const REQUEST_MS = 15_000;
/** When the purge checks again: ID tokens outlive the account by an hour, and the rules and other instances still accept their writes. */
const LAST_LOOK_MS = 70 * 60_000;

/**
 * Deletes a manager's account and data. The first commit closes the page and records the erasure in `erasures`, so the purge finishes what
 * a dead process or an account too large for one request leaves. Safe to repeat.
 */
export async function eraseAccount(platform: Platform, managerId: string): Promise<void> {
  const until = platform.now() + REQUEST_MS;
  await beginAccountErasure(platform, managerId);
  for await (const _ of accountErasure(platform, managerId, { withFiles: false })) if (platform.now() > until) return;
}

/** Returns false, and does nothing, if the page is not `isDue` in the transaction that begins. */
export async function beginAccountErasure(
  platform: Platform,
  managerId: string,
  isDue: (page: StoredManager) => boolean = () => true,
): Promise<boolean> {
  const table = await platform.tables();
  const now = Timestamp.fromMillis(platform.now());
  const expireAt = Timestamp.fromMillis(platform.now() + SLUG_KEPT_MS);
  const outcome = await table.transaction<'begun' | 'again' | 'kept'>(async (transaction) => {
    const [mark, page, slugs] = await Promise.all([
      transaction.get(table.erasure(managerId)),
      transaction.get(table.manager(managerId)),
      transaction.get(table.slugs().where('managerId', '==', managerId)),
    ]);
    if (mark.exists) return 'again';
    const manager = page.data();
    if (manager && !isDue(manager)) return 'kept';
    transaction.create(mark.ref, { managerId, requestedAt: FieldValue.serverTimestamp(), isAccount: true });
    if (page.exists) transaction.update(page.ref, { closed: { reason: 'account-deleted', at: now } });
    transaction.delete(table.listing(managerId));
    for (const slug of slugs.docs) if (!slug.data().expireAt) transaction.update(slug.ref, { expireAt });
    return 'begun';
  });
  forgetOpen(platform, managerId);
  if (outcome === 'begun') logs.accountErasureBegun(managerId);
  return outcome !== 'kept';
}

/**
 * Erases a marked account; yields the number of conversations after each page of them. Safe to stop at a yield, rerun or run twice. The
 * account goes first, so no one can sign in any more; conversations go before their parents, each with its own mark, so a send in progress
 * leaves nothing. The API has no access to the bucket: the purge deletes files.
 */
export async function* accountErasure(
  platform: Platform,
  managerId: string,
  { withFiles }: { withFiles: boolean },
): AsyncGenerator<number> {
  const table = await platform.tables();
  await removeAccount(platform, managerId);
  for await (const page of pagesOf(table.conversations(managerId).select(), CONVERSATIONS_AT_ONCE)) {
    await eraseConversations(
      platform,
      managerId,
      page.map(({ id }) => id),
    );
    yield page.length;
  }
  if (withFiles) await (await platform.bucket()).deleteFiles({ prefix: filesBelow(managerId) });
  await (await platform.firestore()).recursiveDelete(table.manager(managerId));
  await leaveAddresses(platform, managerId);
  const mark = await table.erasure(managerId).get();
  const requestedAt = mark.data()?.requestedAt.toMillis();
  if (!withFiles || requestedAt === undefined || platform.now() - requestedAt < LAST_LOOK_MS) return;
  await mark.ref.delete();
  logs.accountErased(managerId);
}

/** Again, for a page claimed or published since with an older ID token, which is possible until the last check. */
async function leaveAddresses(platform: Platform, managerId: string): Promise<void> {
  const table = await platform.tables();
  const expireAt = Timestamp.fromMillis(platform.now() + SLUG_KEPT_MS);
  const slugs = await table.slugs().where('managerId', '==', managerId).get();
  await Promise.all(slugs.docs.filter((slug) => !slug.data().expireAt).map((slug) => slug.ref.update({ expireAt })));
  await table.listing(managerId).delete();
}

/** Not `deleteUser`: it fails on an account that is already gone. */
async function removeAccount(platform: Platform, managerId: string): Promise<void> {
  const [failure] = (await (await platform.auth()).deleteUsers([managerId])).errors;
  if (failure) throw failure.error;
}
