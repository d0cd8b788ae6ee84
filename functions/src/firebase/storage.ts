import { getStorage } from 'firebase-admin/storage';
import type { Bucket } from '../cloud.ts';
import { firebaseApp } from './firebase-app.ts';

/** A module of its own, so that the SDK is loaded only by functions that reach the bucket: the project's default one. */
export function openBucket(): Bucket {
  return getStorage(firebaseApp()).bucket();
}
