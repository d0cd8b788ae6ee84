import type { Language } from './languages.ts';

/** A manager's browsers that get notifications, in one document, so that a message costs one read. `T`: the store's time. */
export interface DevicesDocument<T> {
  /** By the device's id, which the browser makes. Absent before the first device. */
  devices?: Record<string, Device<T>>;
  /** When a dashboard was last in front of the manager. */
  frontAt?: T;
}

export interface Device<T> extends PushSubscription {
  /** As shown in the list: `Chrome on Windows`. */
  name: string;
  /** Of its notifications, if the manager has chosen none in the settings. */
  language: Language;
  createdAt: T;
  /** When a notification last reached its push service, to the day, or when it was added. */
  usedAt: T;
}

/** Where a browser receives pushes, and the keys that encrypt them: `PushSubscription.toJSON()`, flat. */
export interface PushSubscription {
  endpoint: string;
  p256dh: string;
  auth: string;
}

/** More would make the document large, and every message slow. */
export const DEVICES_MAX = 10;
export const DEVICE_NAME_MAX = 60;
/** After a dashboard was in front of the manager, no push is sent for this long: it shows messages itself. */
export const FRONT_MS = 60_000;
