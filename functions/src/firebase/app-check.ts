import { type AppCheck, getAppCheck } from 'firebase-admin/app-check';
import { firebaseApp } from './firebase-app.ts';

/** A module of its own, so that the SDK is loaded only where App Check is configured. */
export function openAppCheck(): AppCheck {
  return getAppCheck(firebaseApp());
}
