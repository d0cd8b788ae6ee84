import type { Firestore } from '@google-cloud/firestore';
import type { Auth } from 'firebase-admin/auth';
import { type Config, readConfig } from './config.ts';

/** What the acts need from outside: tests pass their own clock, a counting database, a failing signer. */
export interface Cloud extends Platform {
  config: Config;
}

/** The part that every function has, also those that hold no secret. */
export interface Platform {
  /** Milliseconds since 1970. */
  now(): number;
  firestore(): Promise<Firestore>;
  auth(): Promise<Auth>;
}

/** The real one, with the API's configuration. */
export function openCloud(): Cloud {
  return { ...openPlatform(), config: readConfig() };
}

/** Each SDK is loaded when it is first asked for: a cold start pays only for what it uses. */
export function openPlatform(): Platform {
  return {
    now: Date.now,
    firestore: once(async () => (await import('./firebase/firestore.ts')).openFirestore()),
    auth: once(async () => (await import('./firebase/auth.ts')).openAuth()),
  };
}

function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined;
  return () => {
    opened ??= open();
    return opened;
  };
}
