import type { DevicesDocument } from '@foyer/domain/device';
import { paths } from '@foyer/domain/paths';
import type { Timestamp } from 'firebase/firestore';
import { relistening } from '../../lib/relistening.ts';
import type { Store } from '../firebase/store.ts';

/** A browser that gets the manager's notifications. */
export interface ListedDevice {
  id: string;
  name: string;
  createdAtMs: number;
  usedAtMs: number;
}

/** Follows the manager's devices, the one that was used last first. Returns a function that stops it. */
export function followDevices({ db, managerId }: Store, next: (devices: ListedDevice[], isFromServer: boolean) => void): () => void {
  return relistening.document<DevicesDocument<Timestamp>>(db, paths.devices(managerId), {
    next(stored, isFromServer) {
      const devices = Object.entries(stored?.devices ?? {}).map(([id, { name, createdAt, usedAt }]) => ({
        id,
        name,
        createdAtMs: createdAt.toMillis(),
        usedAtMs: usedAt.toMillis(),
      }));
      next(
        devices.sort((one, other) => other.usedAtMs - one.usedAtMs),
        isFromServer,
      );
    },
    failed: () => next([], true),
  });
}

/** The manager's devices as the server has them now. */
export function devicesNow(store: Store): Promise<ListedDevice[]> {
  return new Promise((resolve) => {
    const stop = followDevices(store, (devices, isFromServer) => {
      if (!isFromServer) return;
      setTimeout(() => stop());
      resolve(devices);
    });
  });
}
