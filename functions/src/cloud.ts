import type { Firestore } from '@google-cloud/firestore';
import type { AppCheck } from 'firebase-admin/app-check';
import type { Auth } from 'firebase-admin/auth';
import type { Storage } from 'firebase-admin/storage';
import { type Config, readConfig, readSiteConfig, type SiteConfig } from './config.ts';
import { type Tables, tables } from './db.ts';
import { Door } from './limits/door.ts';
import { logs } from './logs.ts';
import type { Outside } from './outside/fetch-page.ts';
import { openRecaptcha, type Recaptcha } from './trust/recaptcha.ts';

/** What the acts need from outside: tests pass their own clock, a counting database, a failing signer. */
export interface Cloud extends Site {
  config: Config;
  /** `null` where the site has no key for it. */
  recaptcha(): Promise<Recaptcha | null>;
  /** The web, as far as it is asked on somebody's behalf. */
  outside(): Promise<Outside>;
}

/** The part that every function has which browsers call. */
export interface Site extends Platform {
  config: SiteConfig;
  /** What this instance refuses by itself. */
  door: Door;
  appCheck(): Promise<Pick<AppCheck, 'verifyToken'>>;
}

/** The files' place. */
export type Bucket = ReturnType<Storage['bucket']>;

/** The part that every function has, also those that hold no secret. */
export interface Platform {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds since any moment, by a clock that is never set: ages are measured with it. */
  steadyNow(): number;
  firestore(): Promise<Firestore>;
  /** The handles of its documents. */
  tables(): Promise<Tables>;
  auth(): Promise<Auth>;
  bucket(): Promise<Bucket>;
}

/** The real one, with the API's configuration. */
export function openCloud(): Cloud {
  const config = readConfig();
  const { projectId, recaptchaKey: siteKey } = config;
  if (siteKey === null) logs.recaptchaOff();
  return {
    ...openSite(config),
    config,
    recaptcha: once(async () => (siteKey === null ? null : openRecaptcha({ projectId, siteKey }))),
    outside: once(async () => (await import('./outside/internet.ts')).openInternet()),
  };
}

/** The real one for a function that holds no secret. */
export function openSite(config = readSiteConfig()): Site {
  if (config.appCheckKey === null) logs.appCheckOff();
  return {
    ...openPlatform(),
    config,
    door: new Door(),
    appCheck: once(async () => (await import('./firebase/app-check.ts')).openAppCheck()),
  };
}

/** Each SDK is loaded when it is first asked for: a cold start pays only for what it uses. */
export function openPlatform(): Platform {
  return {
    now: Date.now,
    steadyNow: () => performance.now(),
    firestore: once(async () => (await import('./firebase/firestore.ts')).openFirestore()),
    async tables() {
      return tables(await this.firestore());
    },
    auth: once(async () => (await import('./firebase/auth.ts')).openAuth()),
    bucket: once(async () => (await import('./firebase/storage.ts')).openBucket()),
  };
}

function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined;
  return () => {
    opened ??= open();
    return opened;
  };
}
