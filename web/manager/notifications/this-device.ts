import type { addDeviceEndpoint, pushKeyEndpoint, removeDeviceEndpoint } from '@foyer/domain/device-schema';
import { isLanguage } from '@foyer/domain/language';
import { signal } from '@preact/signals';
import { after } from '../../lib/after.ts';
import { ApiProblem, call } from '../../lib/api.ts';
import { isTransient } from '../../lib/is-transient.ts';
import type { Proof } from '../auth/proof.ts';
import type { Store } from '../firebase/store.ts';
import { language } from '../language.ts';
import { devicesNow } from './devices.ts';
import { currentSubscription, type Subscribed, subscribe, support, unsubscribe } from './subscription.ts';

/** Whether this browser gets the manager's notifications, and if not, why. `lost`: it did, and the browser has stopped it. */
export type HereState = 'looking' | 'unsupported' | 'needs-install' | 'blocked' | 'off' | 'lost' | 'on';

export const here = signal<{ state: HereState; deviceId: string | null }>({ state: 'looking', deviceId: null });

/** In this browser: whose notifications it gets, and under which id. A subscription alone doesn't say for whom it was made. */
const KEY = 'foyer:device';

/**
 * Compares what this browser noted with its permission and its subscription, which can end without us. Renews a subscription that was lost
 * although it is still permitted. Call it when the dashboard has started.
 */
export async function lookHere(store: Store, proof: Proof): Promise<void> {
  const { managerId } = store;
  const can = support();
  if (can !== 'ready') return settle(can);
  const noted = readNote(managerId);
  if (Notification.permission === 'denied') {
    if (noted !== null) await forget(noted, proof);
    return settle(noted === null ? 'blocked' : 'lost');
  }
  if (noted === null) return settle('off');
  try {
    const current = await currentSubscription();
    if (current?.deviceId === noted) {
      settle('on', noted);
      // Removed on another device meanwhile.
      if ((await devicesNow(store)).every(({ id }) => id !== noted)) await wasRemoved();
      return;
    }
    if (Notification.permission !== 'granted') throw new Error('no permission');
    await register(managerId, proof, await subscribe(await publicKey()));
    await remove(proof, noted);
  } catch (cause) {
    // Offline nothing is known: the note stays.
    if (isTransient(cause)) return settle('on', noted);
    await forget(noted, proof);
    settle('lost');
  }
}

/** Call it from a click: it asks for permission. Throws `ApiProblem`, or another error if the browser's push service refuses. */
export async function turnOn({ managerId }: Store, proof: Proof): Promise<'on' | 'blocked' | 'dismissed'> {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') {
    settle(permission === 'denied' ? 'blocked' : 'off');
    return permission === 'denied' ? 'blocked' : 'dismissed';
  }
  await register(managerId, proof, await subscribe(await publicKey()));
  return 'on';
}

/** Throws `ApiProblem` if the server could not be told: then this device still gets notifications. */
export async function turnOff(proof: Proof): Promise<void> {
  const { deviceId } = here.peek();
  if (deviceId !== null) await remove(proof, deviceId);
  await unsubscribe();
  writeNote(null);
  settle('off');
}

/** Call it when this browser was removed from the list, here or elsewhere. */
export async function wasRemoved(): Promise<void> {
  await unsubscribe();
  writeNote(null);
  settle('off');
}

/** Signing out waits no longer than this. */
const LEAVING_MS = 3000;

/** Before a sign-out, so that nobody reads notifications of a manager who has left. */
export async function leaveHere({ managerId }: Store, proof: Proof): Promise<void> {
  const noted = readNote(managerId);
  if (noted === null) return;
  await Promise.race([Promise.allSettled([remove(proof, noted), unsubscribe()]), after(LEAVING_MS)]);
  writeNote(null);
}

async function register(managerId: string, proof: Proof, { deviceId, subscription }: Subscribed): Promise<void> {
  const { deviceName } = await import('./device-name.ts');
  const body = { name: deviceName(), language: isLanguage(language) ? language : 'en', subscription } as const;
  const path = '/api/managers/me/devices/{deviceId}';
  await call<typeof addDeviceEndpoint>('PUT', path, { params: { deviceId }, body }, await proof());
  writeNote({ managerId, deviceId });
  settle('on', deviceId);
}

async function publicKey(): Promise<string> {
  const { publicKey: key } = await call<typeof pushKeyEndpoint>('GET', '/api/push-key', {});
  if (key === null) throw new ApiProblem('push-off');
  return key;
}

async function remove(proof: Proof, deviceId: string): Promise<void> {
  await call<typeof removeDeviceEndpoint>('DELETE', '/api/managers/me/devices/{deviceId}', { params: { deviceId } }, await proof());
}

/** If the server can't be told, it learns from the push service. */
async function forget(deviceId: string, proof: Proof): Promise<void> {
  await remove(proof, deviceId).catch(() => {});
  writeNote(null);
}

function settle(state: HereState, deviceId: string | null = null): void {
  here.value = { state, deviceId };
}

function readNote(managerId: string): string | null {
  try {
    const [whose, deviceId] = (localStorage.getItem(KEY) ?? '').split(' ');
    return whose === managerId && deviceId ? deviceId : null;
  } catch {
    return null;
  }
}

function writeNote(note: { managerId: string; deviceId: string } | null): void {
  try {
    if (note === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, `${note.managerId} ${note.deviceId}`);
  } catch {}
}
