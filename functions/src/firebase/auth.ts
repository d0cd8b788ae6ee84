import { type Auth, getAuth } from 'firebase-admin/auth';
import { firebaseApp } from './firebase-app.ts';

/** Its own module, so only functions that sign or verify tokens load the SDK. */
export function openAuth(): Auth {
  return getAuth(firebaseApp());
}
