import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { firebaseApp } from './firebase-app.ts';

/** A module of its own, so that the SDK is loaded only by functions that reach the database. */
export function openFirestore(): Firestore {
  return getFirestore(firebaseApp());
}
