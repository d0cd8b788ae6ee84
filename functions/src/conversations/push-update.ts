import type { PushChanges, ReachDocument } from '@foyer/domain/reach';
import { FieldValue, type PartialWithFieldValue, type Timestamp } from '@google-cloud/firestore';

/** Changes of a visitor's pushes, for a merging `set`. */
export function pushUpdate(changes: PushChanges): PartialWithFieldValue<ReachDocument<Timestamp>> {
  return { pushes: Object.fromEntries(Object.entries(changes).map(([id, push]) => [id, push ?? FieldValue.delete()])) };
}
