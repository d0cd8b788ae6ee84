import { type App, getApps, initializeApp } from 'firebase-admin/app';

export function firebaseApp(): App {
  return getApps()[0] ?? initializeApp();
}
