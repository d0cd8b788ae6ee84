import { DELETION_KEPT_DAYS } from '@foyer/domain/deletion';
import { FieldPath, type Query, type QueryDocumentSnapshot, Timestamp } from '@google-cloud/firestore';
import { accountErasure } from './accounts/erase-account.ts';
import { eraseDueAccounts } from './accounts/erase-due-accounts.ts';
import { openPlatform, type Platform } from './cloud.ts';
import { archiveClosed } from './conversations/archive-closed.ts';
import { clearLabels } from './conversations/clear-labels.ts';
import { correctUnread } from './conversations/correct-unread.ts';
import { finishErasures } from './conversations/erase-conversation.ts';
import { sweepKeys } from './conversations/sweep-keys.ts';
import { isAccepted, type Tables } from './db.ts';
import { plainTerms } from './directory/plain-terms.ts';
import { logs } from './logs.ts';
import { pagesOf } from './pages-of.ts';
import { purgePictures, purgeStrays } from './pictures/purge-pictures.ts';
import { type PurgedPage, type Purging, purgeEach } from './purging.ts';
import { indexStored } from './search/index-stored.ts';

const DAY_MS = 24 * 3600_000;
/** Tokens for a deleted conversation live for an hour, and browsers repeat a first send for days: a month exceeds both. */
const RETIRED_KEYS_KEPT_MS = 30 * DAY_MS;
/** A deletion normally removes everything itself; one this old has died. */
const ERASURE_PATIENCE_MS = 10 * 60_000;
const PAGE = 300;
/** Each conversation may have thousands of messages. */
const ERASURES_PAGE = 10;
/** The scheduled function times out after 540 seconds, and the last page takes some of them. */
const RUN_MS = 480_000;

const KINDS = [
  'days',
  'erasures',
  'accounts',
  'leaving',
  'limits',
  'slugs',
  'keys',
  'pictures',
  'strays',
  'deletions',
  'alerts',
  'mailRequests',
  'orphans',
  'labels',
] as const;
export type Kind = (typeof KINDS)[number];
export type Purged = Record<Kind, number>;

export async function purgeWhatIsDue(): Promise<void> {
  const platform = openPlatform();
  try {
    await purge(platform);
  } finally {
    // Each runs even if another fails.
    await Promise.all([
      archiveClosed(platform, PAGE),
      correctUnread(platform, PAGE),
      plainTerms(platform, PAGE),
      indexStored(platform, PAGE),
    ]);
  }
}

/**
 * Finishes interrupted deletions and deletes what has expired, until nothing is due or its time is over. The days' numbers go first, all of
 * them: without its number no one can tell whose a day's limits are. Then kinds alternate page by page, so none blocks the others. A
 * failure is logged and stops nothing else; the first error is thrown at the end. Safe to run twice, late, or to interrupt.
 */
export async function purge(platform: Platform): Promise<Purged> {
  const table = await platform.tables();
  const until = platform.now() + RUN_MS;
  const due = (query: Query, field: string, ms = 0) => query.where(field, '<=', Timestamp.fromMillis(platform.now() - ms));
  const run = new Run();
  await run.turns({ days: purgeDays(platform, table) }, () => false);
  await run.turns(
    {
      erasures: purgeErasures(platform, table),
      accounts: purgeAccounts(platform, table),
      leaving: eraseDueAccounts(platform),
      limits: purgeEach(due(table.limits(), 'expireAt'), PAGE, deleteUnchanged),
      slugs: purgeEach(due(table.slugs(), 'expireAt'), PAGE, deleteUnchanged),
      keys: purgeEach(due(table.resumeKeys(), 'retiredAt', RETIRED_KEYS_KEPT_MS), PAGE, deleteUnchanged),
      pictures: purgePictures(platform),
      strays: purgeStrays(platform),
      deletions: purgeEach(due(table.deletionsOfAll(), 'deletedAt', DELETION_KEPT_DAYS * DAY_MS), PAGE, deleteUnchanged),
      alerts: purgeEach(due(table.alerts(), 'expireAt'), PAGE, deleteUnchanged),
      mailRequests: purgeEach(due(table.mailRequests(), 'expireAt'), PAGE, deleteUnchanged),
      orphans: sweepKeys(platform),
      labels: clearLabels(platform),
    },
    () => platform.now() > until,
  );
  logs.purged({ ...run.purged });
  for (const failure of run.failures.values()) throw failure;
  return run.purged;
}

class Run {
  readonly purged = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Purged;
  readonly failures = new Map<Kind, unknown>();

  async turns(kinds: Partial<Record<Kind, Purging>>, isOver: () => boolean): Promise<void> {
    const left = new Map(Object.entries(kinds) as [Kind, Purging][]);
    while (left.size > 0) {
      for (const [kind, purging] of left) {
        if (isOver()) return;
        const page = await this.#next(kind, purging);
        if (page === null) left.delete(kind);
        else this.purged[kind] += page.removed;
      }
    }
  }

  async #next(kind: Kind, purging: Purging): Promise<PurgedPage | null> {
    try {
      const { value, done } = await purging.next();
      if (done) return null;
      if ('failure' in value) this.#note(kind, value.failure);
      return value;
    } catch (cause) {
      this.#note(kind, cause);
      return null;
    }
  }

  #note(kind: Kind, cause: unknown): void {
    if (this.failures.has(kind)) return;
    this.failures.set(kind, cause);
    logs.purgeFailed(kind, cause);
  }
}

/** Selects them by id, one a day: so they are found whatever else has expired. */
function purgeDays(platform: Platform, table: Tables): Purging {
  const days = table.limits().where(FieldPath.documentId(), '>=', 'day-').where(FieldPath.documentId(), '<', 'day.');
  return purgeEach(days, PAGE, async (day) => day.data().expireAt.toMillis() <= platform.now() && deleteUnchanged(day));
}

async function* purgeErasures(platform: Platform, table: Tables): Purging {
  const before = Timestamp.fromMillis(platform.now() - ERASURE_PATIENCE_MS);
  for await (const page of pagesOf(table.erasures().where('requestedAt', '<=', before), ERASURES_PAGE)) {
    const conversations = page.filter((mark) => !mark.data().isAccount);
    const erased = conversations.map((mark) => ({ managerId: mark.data().managerId, conversationId: mark.id }));
    yield await finishErasures(platform, erased).then(
      () => ({ removed: erased.length }),
      (failure: unknown) => ({ removed: 0, failure }),
    );
  }
}

async function* purgeAccounts(platform: Platform, table: Tables): Purging {
  const before = platform.now() - ERASURE_PATIENCE_MS;
  for await (const page of pagesOf(table.erasures().where('isAccount', '==', true), PAGE)) {
    for (const mark of page.filter((one) => one.data().requestedAt.toMillis() <= before)) {
      try {
        for await (const _ of accountErasure(platform, mark.id, { withFiles: true })) yield { removed: 0 };
        yield { removed: 1 };
      } catch (failure) {
        yield { removed: 0, failure };
      }
    }
  }
}

/** A document written since it was found is in use again. */
async function deleteUnchanged({ ref, updateTime }: QueryDocumentSnapshot): Promise<boolean> {
  return isAccepted(ref.delete({ lastUpdateTime: updateTime }));
}
