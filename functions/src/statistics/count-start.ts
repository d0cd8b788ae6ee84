import { dayAt, dayOfMonth, monthOf } from '@foyer/domain/days';
import type { StartKind } from '@foyer/domain/statistics';
import { FieldValue, type WriteBatch } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import type { FoundManager } from '../managers/find-manager.ts';

/** Counts a new conversation in the batch that stores it: exactly once or not at all. `kind` is the section it began at. */
export async function countStart(
  cloud: Cloud,
  batch: WriteBatch,
  { managerId, manager }: FoundManager,
  kind: StartKind | null,
): Promise<void> {
  const day = dayAt(cloud.now(), manager.profile.timeZone);
  const one = FieldValue.increment(1);
  const place = (await cloud.tables()).statistics(managerId, monthOf(day));
  const counted = { conversations: one, ...(kind === null ? {} : { startedFrom: { [kind]: one } }) };
  batch.set(place, { days: { [dayOfMonth(day)]: counted } }, { merge: true });
}
