import { dayAt, dayOfMonth, monthOf } from '@foyer/domain/days';
import type { SectionKind } from '@foyer/domain/profile';
import { FieldValue } from '@google-cloud/firestore';
import { LRUCache } from 'lru-cache';
import type { Cloud } from '../cloud.ts';
import { inTurn } from '../in-turn.ts';
import type { FoundManager } from '../managers/find-manager.ts';
import { perInstance } from '../per-instance.ts';

/** A document supports about one write a second; views in between share the next write. */
const PAUSE_MS = 1000;

interface Tally {
  views: number;
  sections: Map<SectionKind, number>;
  written: Promise<void>;
}

interface Counter {
  open: Map<string, Tally>;
  queues: Map<string, Promise<unknown>>;
  writtenAt: LRUCache<string, number>;
}
const counterOf = perInstance<Cloud, Counter>(() => ({ open: new Map(), queues: new Map(), writtenAt: new LRUCache({ max: 2000 }) }));

/**
 * Resolves when the view is stored. The first is written immediately, those within the next second together: no work remains after the
 * answer, when an instance may stop, and a popular page costs one write a second per instance.
 */
export async function countView(cloud: Cloud, found: FoundManager, sections: readonly SectionKind[]): Promise<void> {
  const { open } = counterOf(cloud);
  const tally = open.get(found.managerId) ?? openTally(cloud, found);
  tally.views++;
  for (const kind of sections) tally.sections.set(kind, (tally.sections.get(kind) ?? 0) + 1);
  await tally.written;
}

function openTally(cloud: Cloud, found: FoundManager): Tally {
  const { open, queues, writtenAt } = counterOf(cloud);
  const { managerId } = found;
  const tally: Tally = { views: 0, sections: new Map(), written: Promise.resolve() };
  open.set(managerId, tally);
  tally.written = inTurn(queues, managerId, async () => {
    await pause((writtenAt.get(managerId) ?? 0) + PAUSE_MS - cloud.now());
    writtenAt.set(managerId, cloud.now());
    open.delete(managerId);
    await store(cloud, found, tally);
  });
  return tally;
}

/** Blind increments, so instances do not wait for each other. */
async function store(cloud: Cloud, { managerId, manager }: FoundManager, { views, sections }: Tally): Promise<void> {
  const day = dayAt(cloud.now(), manager.profile.timeZone);
  const counted = {
    views: FieldValue.increment(views),
    sections: Object.fromEntries([...sections].map(([kind, count]) => [kind, FieldValue.increment(count)])),
  };
  await (await cloud.tables()).statistics(managerId, monthOf(day)).set({ days: { [dayOfMonth(day)]: counted } }, { merge: true });
}

/** A clock that was set back must not make anyone wait longer. */
async function pause(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(ms, PAUSE_MS)));
}
