import { newProfile } from '@foyer/domain/new-profile';
import type { Profile } from '@foyer/domain/profile';
import { slugSkeleton } from '@foyer/domain/slug';
import type { Bucket, Cloud } from '@foyer/functions/cloud';
import { tables } from '@foyer/functions/db';
import { listInDirectory } from '@foyer/functions/directory/list-manager';
import { persistent } from '@foyer/functions/firebase/storage';
import { parseTrustedProxies } from '@foyer/functions/http/trusted-proxies';
import { Door } from '@foyer/functions/limits/door';
import { Firestore, Timestamp } from '@google-cloud/firestore';
import { initializeApp } from 'firebase-admin/app';
import { getAppCheck } from 'firebase-admin/app-check';
import { getAuth } from 'firebase-admin/auth';
import { getStorage } from 'firebase-admin/storage';
import { nanoid } from 'nanoid';
import { emulators } from './emulators.ts';
import { countOperations, type Operations } from './operations.ts';

export const ORIGIN = 'https://foyer.test';

/** The proxy between callers and functions in tests that limit by address, such as 192.0.2.254. */
export const PROXIES = parseTrustedProxies('192.0.2.0/24') ?? null;

export interface TestCloud extends Cloud {
  operations: Operations;
  /** Moves the clocks of the acts; Firestore has its own. */
  advance(ms: number): void;
  /** Stops the time of day, now or at a given time: only `advance` moves it from then on. */
  stopClock(atMs?: number): void;
}

const { projectId, firestore } = emulators();
const app = initializeApp({ projectId, storageBucket: `${projectId}.appspot.com` }, 'tests');
let lastSlug = 0;

/** An instance with its own memory, clock and operation counter. */
export function openTestCloud(overrides: Partial<Cloud> = {}): TestCloud {
  const db = new Firestore({
    projectId,
    host: `${firestore.host}:${firestore.port}`,
    ssl: false,
    customHeaders: { Authorization: 'Bearer owner' },
  });
  const operations = countOperations(db);
  let bucket: Bucket | undefined;
  let movedMs = 0;
  let stoppedAt: number | null = null;
  const cloud: TestCloud = {
    config: {
      projectId,
      resumeKeys: ['resume-key-of-the-tests-0123456789'],
      sessionKeys: ['session-key-of-the-tests-012345678'],
      origins: [ORIGIN],
      trustedProxies: null,
      recaptchaKey: null,
      appCheckKey: null,
    },
    // Race tests send more requests than one instance accepts; its limits have their own tests.
    door: new Door({ burst: 100_000, refillMs: 1 }, { burst: 100_000, refillMs: 1 }),
    mail: async () => null,
    recaptcha: async () => null,
    // No test uses the real network.
    push: async () => null,
    outside: async () => ({ resolve: () => Promise.resolve([]), ask: () => Promise.reject(new Error('there is nothing outside')) }),
    appCheck: async () => getAppCheck(app),
    now: () => (stoppedAt ?? Date.now()) + movedMs,
    // Moves only with `advance`, so caching does not depend on the machine's speed.
    steadyNow: () => movedMs,
    firestore: async () => db,
    async tables() {
      return tables(await this.firestore());
    },
    auth: async () => getAuth(app),
    bucket: async () => {
      bucket ??= persistent(getStorage(app).bucket());
      return bucket;
    },
    ...overrides,
    operations,
    advance: (ms) => {
      movedMs += ms;
    },
    stopClock: (atMs = cloud.now()) => {
      stoppedAt = atMs - movedMs;
    },
  };
  return cloud;
}

export interface TestManager {
  managerId: string;
  slug: string;
}

/** Bypasses the API. */
export async function someManager(
  cloud: Cloud,
  profile: Profile = newProfile('Ada Moreau'),
  slug = `page-${process.pid}-${++lastSlug}-${Math.random().toString(36).slice(2, 8)}`,
): Promise<TestManager> {
  const managerId = nanoid();
  const table = await cloud.tables();
  const at = Timestamp.now();
  const batch = table.batch();
  batch.set(table.manager(managerId), { slug, profile, createdAt: at, updatedAt: at });
  batch.set(table.slug(slugSkeleton(slug)), { slug, managerId });
  listInDirectory(batch, table, managerId, { slug, profile });
  await batch.commit();
  return { managerId, slug };
}
