import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import type { TestCloud } from './cloud.ts';

/** Stores this many resume keys of a conversation, as rotations leave them, all older than today. */
export async function putKeys(
  cloud: TestCloud,
  { managerId, conversationId }: { managerId: string; conversationId: string },
  count: number,
  { isRetired }: { isRetired: boolean },
): Promise<void> {
  const table = await cloud.tables();
  const createdAt = Timestamp.fromMillis(cloud.now() - 20 * 24 * 3600_000);
  for (let done = 0; done < count; done += 400) {
    const batch = table.batch();
    for (let index = done; index < Math.min(count, done + 400); index++) {
      batch.set(table.resumeKey(`seeded-${nanoid(56)}`), { managerId, conversationId, createdAt, retiredAt: isRetired ? createdAt : null });
    }
    await batch.commit();
  }
}

export async function countActiveKeys(cloud: TestCloud, conversationId: string): Promise<number> {
  const all = await (await cloud.tables()).resumeKeys().where('conversationId', '==', conversationId).get();
  return all.docs.filter((key) => key.data().retiredAt === null).length;
}
