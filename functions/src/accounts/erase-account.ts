import { SLUG_KEPT_DAYS } from '@foyer/domain/manager';
import { FieldValue, Timestamp } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import { eraseConversations } from '../conversations/erase-conversation.ts';
import { logs } from '../logs.ts';
import { forgetOpen } from '../managers/open-pages.ts';
import { pagesOf } from '../pages-of.ts';
import { filesBelow } from '../pictures/picture-files.ts';

const SLUG_KEPT_MS = SLUG_KEPT_DAYS * 24 * 3600_000;
/** Conversations erased together. */
const CONVERSATIONS_AT_ONCE = 20;
/** How long a request goes on erasing: it has 30 seconds. The purge does the rest. */
const REQUEST_MS = 15_000;
/**
 * The mark stays this long, and the purge looks again at its end. ID tokens are valid for an hour after the account is gone, and the rules
 * and other instances believe them: what they write meanwhile must go too.
 */
const LAST_LOOK_MS = 70 * 60_000;

/**
 * Deletes a manager's account with everything that is theirs. The first commit closes the page and says in `erasures` that the rest is to
 * follow; a process that dies after it, or an account too large for one request, is finished by the purge. Repeating it changes nothing.
 */
export async function eraseAccount(platform: Platform, managerId: string): Promise<void> {
  const until = platform.now() + REQUEST_MS;
  await beginAccountErasure(platform, managerId);
  for await (const _ of accountErasure(platform, managerId, { withFiles: false })) if (platform.now() > until) return;
}

/** The first commit: the page is closed and in no directory, its addresses are kept from others for 90 days, and the erasure is marked. */
export async function beginAccountErasure(platform: Platform, managerId: string): Promise<void> {
  const table = await platform.tables();
  const now = Timestamp.fromMillis(platform.now());
  const expireAt = Timestamp.fromMillis(platform.now() + SLUG_KEPT_MS);
  const isFirst = await table.transaction(async (transaction) => {
    const [mark, page, slugs] = await Promise.all([
      transaction.get(table.erasure(managerId)),
      transaction.get(table.manager(managerId)),
      transaction.get(table.slugs().where('managerId', '==', managerId)),
    ]);
    if (mark.exists) return false;
    transaction.create(mark.ref, { managerId, requestedAt: FieldValue.serverTimestamp(), isAccount: true });
    if (page.exists) transaction.update(page.ref, { closed: { reason: 'account-deleted', at: now } });
    transaction.delete(table.listing(managerId));
    for (const slug of slugs.docs) if (!slug.data().expireAt) transaction.update(slug.ref, { expireAt });
    return true;
  });
  forgetOpen(platform, managerId);
  if (isFirst) logs.accountErasureBegun(managerId);
}

/**
 * Erases a marked account, and yields after every page of conversations how many it had. It may be left at any of these, run again, or run
 * twice at once. The account itself goes first: from then on nobody can sign in to it. Conversations go before what they lie in, each with
 * its mark, so that a send that is under way leaves nothing. The API has no right to the bucket: files are left to the purge.
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
  // Labels, saved replies, drafts, presence, statistics, pictures: whatever there is below the manager, and their document.
  await (await platform.firestore()).recursiveDelete(table.manager(managerId));
  await leaveAddresses(platform, managerId);
  const mark = await table.erasure(managerId).get();
  const requestedAt = mark.data()?.requestedAt.toMillis();
  if (!withFiles || requestedAt === undefined || platform.now() - requestedAt < LAST_LOOK_MS) return;
  await mark.ref.delete();
  logs.accountErased(managerId);
}

/** Again, for a page that was claimed or published with an ID token from before: until the last look there can be one. */
async function leaveAddresses(platform: Platform, managerId: string): Promise<void> {
  const table = await platform.tables();
  const expireAt = Timestamp.fromMillis(platform.now() + SLUG_KEPT_MS);
  const slugs = await table.slugs().where('managerId', '==', managerId).get();
  await Promise.all(slugs.docs.filter((slug) => !slug.data().expireAt).map((slug) => slug.ref.update({ expireAt })));
  await table.listing(managerId).delete();
}

/** `deleteUsers` and not `deleteUser`: one that is gone already is no error. */
async function removeAccount(platform: Platform, managerId: string): Promise<void> {
  const [failure] = (await (await platform.auth()).deleteUsers([managerId])).errors;
  if (failure) throw failure.error;
}
