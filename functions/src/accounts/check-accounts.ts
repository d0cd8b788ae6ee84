import { FieldPath, Timestamp } from '@google-cloud/firestore';
import { openPlatform, type Platform } from '../cloud.ts';
import { closePage, reopenPage } from '../managers/close-page.ts';
import { pagesOf } from '../pages-of.ts';
import { beginAccountErasure } from './erase-account.ts';

/** Accounts per call to Auth; its maximum. */
const ACCOUNTS_AT_ONCE = 100;
/** The scheduled function times out after 540 seconds. */
const RUN_MS = 480_000;
const HOUR_MS = 3600_000;
/** An account must be missing at two checks this far apart before its data is erased. */
const MISSING_MS = 24 * HOUR_MS;
/** If a run finds no account at all, the database was probably restored without them: the host gets a month to notice the closed pages. */
const ALL_MISSING_MS = 30 * 24 * HOUR_MS;

export interface Checked {
  found: number;
  closed: number;
  reopened: number;
  erased: number;
}

export async function checkDueAccounts(): Promise<void> {
  await checkAccounts(openPlatform());
}

/**
 * Compares every page with its account, because nothing notifies us of changes in the console. Closes the page of a disabled or missing
 * account, reopens it when the account is back, erases an account that stays missing. If Auth fails, nothing changes. The next run
 * continues a long one.
 */
export async function checkAccounts(platform: Platform): Promise<Checked> {
  const table = await platform.tables();
  const auth = await platform.auth();
  const until = platform.now() + RUN_MS;
  const place = table.job('checkAccounts');
  const from = (await place.get()).data()?.path ?? '';
  const counts = { found: 0, closed: 0, reopened: 0, erased: 0 };
  const missing: { managerId: string; sinceMs: number }[] = [];
  let last = '';

  const byId = table.accounts().orderBy(FieldPath.documentId());
  for await (const pages of pagesOf(from === '' ? byId : byId.startAfter(from), ACCOUNTS_AT_ONCE)) {
    const { users } = await auth.getUsers(pages.map(({ id: uid }) => ({ uid })));
    const accounts = new Map(users.map((user) => [user.uid, user]));
    counts.found += users.length;
    for (const page of pages) {
      const account = accounts.get(page.id);
      const { closed } = page.data();
      if (closed?.reason === 'account-deleted') continue;
      if (!account) {
        if (closed?.reason === 'account-missing') missing.push({ managerId: page.id, sinceMs: closed.at.toMillis() });
        else {
          await closePage(platform, page.id, 'account-missing');
          counts.closed++;
        }
      } else if (account.disabled) {
        if (closed?.reason === 'account-disabled') continue;
        await closePage(platform, page.id, 'account-disabled');
        counts.closed++;
      } else if (closed) {
        await reopenPage(platform, page.id);
        counts.reopened++;
      }
    }
    last = platform.now() > until ? (pages.at(-1)?.id ?? '') : '';
    if (last !== '') break;
  }

  const patienceMs = counts.found === 0 ? ALL_MISSING_MS : MISSING_MS;
  for (const { managerId, sinceMs } of missing) {
    if (platform.now() - sinceMs < patienceMs) continue;
    await beginAccountErasure(platform, managerId);
    counts.erased++;
  }
  await place.set({ at: Timestamp.fromMillis(platform.now()), path: last });
  return counts;
}
