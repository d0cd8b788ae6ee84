import { DEVICES_MAX, type Device, type PushSubscription } from '@foyer/domain/device';
import type { Language } from '@foyer/domain/languages';
import { Timestamp } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { fieldError } from '../http/field-errors.ts';
import { Problem } from '../http/problem.ts';

export interface NewDevice {
  name: string;
  language: Language;
  subscription: PushSubscription;
}

/** Stores a device, or updates it. Throws `push-off`, `no-page`, `too-many-devices`, or `invalid-request` for an endpoint that is no browser's. */
export async function addDevice(cloud: Cloud, managerId: string, deviceId: string, { subscription, ...device }: NewDevice): Promise<void> {
  const push = await cloud.push();
  if (!push) throw new Problem('push-off');
  if (!push.accepts(subscription)) {
    throw new Problem('invalid-request', { errors: [fieldError(['subscription', 'endpoint'], { code: 'not-allowed' })] });
  }
  const table = await cloud.tables();
  await table.transaction(async (transaction) => {
    const [page, stored] = await Promise.all([transaction.get(table.manager(managerId)), transaction.get(table.devices(managerId))]);
    const manager = page.data();
    if (!manager || manager.closed) throw new Problem('no-page');
    const devices: Record<string, Device<Timestamp>> = { ...stored.data()?.devices };
    const before = devices[deviceId];
    // A browser that has forgotten its id comes back under a new one, and must not be told twice.
    for (const [id, { endpoint }] of Object.entries(devices)) if (endpoint === subscription.endpoint) delete devices[id];
    if (!before && Object.keys(devices).length >= DEVICES_MAX) throw new Problem('too-many-devices');
    const now = Timestamp.fromMillis(cloud.now());
    devices[deviceId] = { ...device, ...subscription, createdAt: before?.createdAt ?? now, usedAt: before?.usedAt ?? now };
    transaction.set(stored.ref, { devices }, { mergeFields: ['devices'] });
  });
}
