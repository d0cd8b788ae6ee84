import { type Auth, getAuth } from 'firebase-admin/auth';
import { firebaseApp } from './firebase-app.ts';

/** A module of its own, so that the SDK is loaded only by functions that sign or verify tokens. */
export function openAuth(): Auth {
  return getAuth(firebaseApp());
}
