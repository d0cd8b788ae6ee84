import { Timestamp } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import { pagesOf } from '../pages-of.ts';
import type { Purging } from '../purging.ts';
import { accountErasure, beginAccountErasure } from './erase-account.ts';

const ACCOUNTS_AT_ONCE = 20;

/** Erases the accounts whose time to undo the deletion is over. One that was undone since it was found is kept. Safe to repeat. */
export async function* eraseDueAccounts(platform: Platform): Purging {
  const now = Timestamp.fromMillis(platform.now());
  const due = (await platform.tables()).leaving().where('deletionDueAt', '<=', now);
  for await (const page of pagesOf(due, ACCOUNTS_AT_ONCE)) {
    for (const { id } of page) {
      try {
        if (!(await beginAccountErasure(platform, id, isDueBy(platform.now())))) continue;
        for await (const _ of accountErasure(platform, id, { withFiles: true })) yield { removed: 0 };
        yield { removed: 1 };
      } catch (failure) {
        yield { removed: 0, failure };
      }
    }
  }
}

function isDueBy(nowMs: number) {
  return ({ deletionDueAt }: { deletionDueAt?: Timestamp }): boolean => deletionDueAt !== undefined && deletionDueAt.toMillis() <= nowMs;
}
