import { getStorage } from 'firebase-admin/storage';
import type { Bucket } from '../cloud.ts';
import { firebaseApp } from './firebase-app.ts';

/** Its own module, so only functions that use the bucket load the SDK. It is the project's default bucket. */
export function openBucket(): Bucket {
  return getStorage(firebaseApp()).bucket();
}
