import { DELETION_KEPT_DAYS } from '@foyer/domain/deletion';
import { FieldPath, type Query, type QueryDocumentSnapshot, Timestamp } from '@google-cloud/firestore';
import { accountErasure } from './accounts/erase-account.ts';
import { openPlatform, type Platform } from './cloud.ts';
import { archiveClosed } from './conversations/archive-closed.ts';
import { finishErasures } from './conversations/erase-conversation.ts';
import { sweepKeys } from './conversations/sweep-keys.ts';
import { isAccepted, type Tables } from './db.ts';
import { plainTerms } from './directory/plain-terms.ts';
import { logs } from './logs.ts';
import { pagesOf } from './pages-of.ts';
import { purgePictures, purgeStrays } from './pictures/purge-pictures.ts';
import { type PurgedPage, type Purging, purgeEach } from './purging.ts';

const DAY_MS = 24 * 3600_000;
/** Tokens signed for a deleted conversation live for an hour, browsers that repeat a first send for days: a month is past both. */
const RETIRED_KEYS_KEPT_MS = 30 * DAY_MS;
/** A deletion removes everything by itself; one that is this old has died on the way. */
const ERASURE_PATIENCE_MS = 10 * 60_000;
/** Documents of one kind that are deleted together. */
const PAGE = 300;
/** Conversations whose remains are deleted together: each may have thousands of messages. */
const ERASURES_PAGE = 10;
/** The scheduled function has 540 seconds; the last page of a run takes some of them. */
const RUN_MS = 480_000;

const KINDS = ['days', 'erasures', 'accounts', 'limits', 'slugs', 'keys', 'pictures', 'strays', 'deletions', 'orphans'] as const;
export type Kind = (typeof KINDS)[number];
/** How many of each kind a run has removed. */
export type Purged = Record<Kind, number>;

/** The scheduled run. */
export async function purgeWhatIsDue(): Promise<void> {
  const platform = openPlatform();
  try {
    await purge(platform);
  } finally {
    // Neither waits for the other to succeed.
    await Promise.all([archiveClosed(platform, PAGE), plainTerms(platform, PAGE)]);
  }
}

/**
 * Finishes deletions that were cut off, and deletes what has expired: limits and their days' numbers, slugs that were given up, codes that
 * open nothing, pictures that no page shows, lines about conversations that visitors deleted. It goes on until nothing is due or its time is over. The days' numbers come first, and all of
 * them: without its number nobody can tell whose limits are whose, whether those are deleted or not. After that each kind has one page at
 * a time, so that none keeps the others waiting. What fails is logged, and stops neither the other kinds nor the rest of its kind; the first
 * error is thrown at the end. Running it twice, late, or ending it halfway changes nothing more.
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
      limits: purgeEach(due(table.limits(), 'expireAt'), PAGE, deleteUnchanged),
      slugs: purgeEach(due(table.slugs(), 'expireAt'), PAGE, deleteUnchanged),
      keys: purgeEach(due(table.resumeKeys(), 'retiredAt', RETIRED_KEYS_KEPT_MS), PAGE, deleteUnchanged),
      pictures: purgePictures(platform),
      strays: purgeStrays(platform),
      deletions: purgeEach(due(table.deletionsOfAll(), 'deletedAt', DELETION_KEPT_DAYS * DAY_MS), PAGE, deleteUnchanged),
      orphans: sweepKeys(platform),
    },
    () => platform.now() > until,
  );
  logs.purged({ ...run.purged });
  for (const failure of run.failures.values()) throw failure;
  return run.purged;
}

class Run {
  readonly purged = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Purged;
  /** The first one of each kind. */
  readonly failures = new Map<Kind, unknown>();

  /** Gives each kind one page at a time, until all are done or it is over. */
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

/** By their names, of which there is one a day: so they are found whatever else has expired. */
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

/** What was written since it was found is in use again. */
async function deleteUnchanged({ ref, updateTime }: QueryDocumentSnapshot): Promise<boolean> {
  return isAccepted(ref.delete({ lastUpdateTime: updateTime }));
}
