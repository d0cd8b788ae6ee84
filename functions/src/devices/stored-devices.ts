import type { Device } from '@foyer/domain/device';
import { FieldPath, FieldValue, Timestamp } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import { isAccepted } from '../db.ts';

export type StoredDevice = Device<Timestamp>;

export async function devicesOf(platform: Platform, managerId: string): Promise<Map<string, StoredDevice>> {
  const stored = (await (await platform.tables()).devices(managerId).get()).data();
  return new Map(Object.entries(stored?.devices ?? {}));
}

/** Forgets devices. Does nothing if there are none. */
export async function removeDevices(platform: Platform, managerId: string, ids: readonly string[]): Promise<void> {
  const [first, ...others] = ids.map((id) => new FieldPath('devices', id));
  if (first === undefined) return;
  const more = others.flatMap((field) => [field, FieldValue.delete()]);
  await isAccepted((await platform.tables()).devices(managerId).update(first, FieldValue.delete(), ...more));
}

/** How precisely the list says when a device was last used: a write a day, not one for each message. */
const USED_MS = 24 * 3600_000;

/** Records that notifications reached devices, at most once a day. A device that is removed meanwhile stays removed. */
export async function noteUse(
  platform: Platform,
  managerId: string,
  devices: ReadonlyMap<string, StoredDevice>,
  ids: readonly string[],
): Promise<void> {
  const now = platform.now();
  const due = ids.filter((id) => now - (devices.get(id)?.usedAt.toMillis() ?? now) >= USED_MS);
  if (due.length === 0) return;
  const table = await platform.tables();
  await table.transaction(async (transaction) => {
    const stored = await transaction.get(table.devices(managerId));
    const usedAt = Timestamp.fromMillis(now);
    const left = due.filter((id) => stored.data()?.devices?.[id]).map((id) => [id, { usedAt }]);
    if (left.length > 0) transaction.set(stored.ref, { devices: Object.fromEntries(left) }, { merge: true });
  });
}
