import { type App, getApps, initializeApp } from 'firebase-admin/app';

/** The one Firebase app of this instance. */
export function firebaseApp(): App {
  return getApps()[0] ?? initializeApp();
}
