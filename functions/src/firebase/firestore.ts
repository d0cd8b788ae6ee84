import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { firebaseApp } from './firebase-app.ts';

/** Its own module, so only functions that use the database load the SDK. */
export function openFirestore(): Firestore {
  return getFirestore(firebaseApp());
}
