import type { Firestore } from '@google-cloud/firestore';
import type { AppCheck } from 'firebase-admin/app-check';
import type { Auth } from 'firebase-admin/auth';
import type { Storage } from 'firebase-admin/storage';
import { type Config, readConfig, readSiteConfig, type SiteConfig } from './config.ts';
import { type Tables, tables } from './db.ts';
import { Door } from './limits/door.ts';
import { logs } from './logs.ts';
import type { Mailer } from './mail/mailer.ts';
import type { Outside } from './outside/fetch-page.ts';
import type { PushSender } from './push/push-sender.ts';
import { openRecaptcha, type Recaptcha } from './trust/recaptcha.ts';

/** The dependencies of the acts. Tests pass their own clock, a counting database, a failing signer. */
export interface Cloud extends Site {
  config: Config;
  /** `null` if the site sends no mail. */
  mail(): Promise<Mailer | null>;
  recaptcha(): Promise<Recaptcha | null>;
  /** Access to other sites, for checks that a manager requests. */
  outside(): Promise<Outside>;
  /** `null` if the site has no key for pushes. */
  push(): Promise<PushSender | null>;
}

export interface Site extends Platform {
  config: SiteConfig;
  door: Door;
  appCheck(): Promise<Pick<AppCheck, 'verifyToken'>>;
}

export type Bucket = ReturnType<Storage['bucket']>;

export interface Platform {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds by a clock that is never set: use it to measure ages. */
  steadyNow(): number;
  firestore(): Promise<Firestore>;
  tables(): Promise<Tables>;
  auth(): Promise<Auth>;
  bucket(): Promise<Bucket>;
}

export function openCloud(): Cloud {
  const config = readConfig();
  const { projectId, recaptchaKey: siteKey } = config;
  if (siteKey === null) logs.recaptchaOff();
  return {
    ...openSite(config),
    config,
    mail: once(async () => (await import('./mail/open-mailer.ts')).openMailer()),
    recaptcha: once(async () => (siteKey === null ? null : openRecaptcha({ projectId, siteKey }))),
    outside: once(async () => (await import('./outside/internet.ts')).openInternet()),
    push: once(async () => (await import('./push/open-push.ts')).openPush()),
  };
}

export function openSite(config = readSiteConfig()): Site {
  if (config.appCheckKey === null) logs.appCheckOff();
  return {
    ...openPlatform(),
    config,
    door: new Door(),
    appCheck: once(async () => (await import('./firebase/app-check.ts')).openAppCheck()),
  };
}

/** Loads each SDK on first use: a cold start pays only for what it uses. */
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

/** Opens something at its first use only. */
export function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined;
  return () => {
    opened ??= open();
    return opened;
  };
}
