import { type AppCheck, getAppCheck } from 'firebase-admin/app-check';
import { firebaseApp } from './firebase-app.ts';

/** Its own module, so the SDK is loaded only if App Check is configured. */
export function openAppCheck(): AppCheck {
  return getAppCheck(firebaseApp());
}
