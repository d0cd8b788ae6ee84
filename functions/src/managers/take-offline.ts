import { Timestamp } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { changePageState } from './change-page-state.ts';

/** Throws `no-page` or `busy`. */
export async function takeOffline(cloud: Cloud, managerId: string): Promise<void> {
  const offlineAt = Timestamp.fromMillis(cloud.now());
  await changePageState(cloud, managerId, (manager) => (manager.offlineAt === undefined ? { offlineAt } : null));
}

/** Throws `no-page` or `busy`. */
export async function bringOnline(cloud: Cloud, managerId: string): Promise<void> {
  await changePageState(cloud, managerId, (manager) => (manager.offlineAt === undefined ? null : { offlineAt: null }));
}
