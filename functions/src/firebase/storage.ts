import { IdempotencyStrategy } from '@google-cloud/storage';
import { getStorage } from 'firebase-admin/storage';
import type { Bucket } from '../cloud.ts';
import { firebaseApp } from './firebase-app.ts';

/** Its own module, so only functions that use the bucket load the SDK. It is the project's default bucket. */
export function openBucket(): Bucket {
  return persistent(getStorage(firebaseApp()).bucket());
}

/** Every request of ours is safe to repeat, so the SDK tries again after a lost connection. By default it repeats no upload. */
export function persistent(bucket: Bucket): Bucket {
  bucket.storage.retryOptions.idempotencyStrategy = IdempotencyStrategy.RetryAlways;
  return bucket;
}
