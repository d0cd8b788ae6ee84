import { ACCOUNTS } from '@foyer/functions/service-accounts';

export type AccountName = keyof typeof ACCOUNTS;
/** `functions/src/params.ts` declares them. */
export type SecretName = 'RESUME_SECRET' | 'SESSION_SECRET' | 'VAPID_PRIVATE_KEY' | 'SMTP_URL' | 'ADDRESS_KEY';

/** The roles of one service account, by resource. The doctor reports every other role. */
interface Rights {
  description: string;
  /** On the whole project. */
  project: readonly string[];
  /** On itself. */
  self?: readonly string[];
  /** On the default bucket. */
  bucket?: readonly string[];
  /** The secrets that it can read. firebase-tools grants it with each deployment. */
  secrets?: readonly SecretName[];
  /** On the services of these functions. firebase-tools grants what schedules need, and nothing for other events. */
  services?: Readonly<Record<string, readonly string[]>>;
}

/** IAM can't restrict an account to a Firestore collection: every account that writes can write the whole database. */
const DATABASE = 'roles/datastore.user';
const FILES = 'roles/storage.objectUser';
const ACCOUNT_ADMIN = 'roles/firebaseauth.admin';
/** Granted on the account itself, to sign visitors' tokens. On the project it could sign as any account. */
export const SIGNER = 'roles/iam.serviceAccountTokenCreator';
export const SECRET_READER = 'roles/secretmanager.secretAccessor';
/** To look up the confirmed address of a manager who wants mails. */
const ACCOUNT_VIEWER = 'roles/firebaseauth.viewer';
/** To receive Firestore's events through Eventarc. */
const EVENT_RECEIVER = 'roles/eventarc.eventReceiver';
export const INVOKER = 'roles/run.invoker';

/** The roles of each account after `npm run deploy`. */
export const RIGHTS: Readonly<Record<AccountName, Rights>> = {
  api: {
    description: 'The API: all secrets, custom tokens, accounts, the database.',
    project: [DATABASE, ACCOUNT_ADMIN, 'roles/recaptchaenterprise.agent'],
    self: [SIGNER],
    secrets: ['RESUME_SECRET', 'SESSION_SECRET', 'VAPID_PRIVATE_KEY', 'SMTP_URL', 'ADDRESS_KEY'],
  },
  page: { description: 'Public pages: reads the database.', project: ['roles/datastore.viewer'] },
  views: { description: 'Counts views.', project: [DATABASE] },
  pictures: { description: 'Decodes and serves pictures.', project: [DATABASE], bucket: [FILES] },
  events: {
    description: 'Events and their notifications: the database, managers’ addresses, the secrets of push and mail.',
    project: [DATABASE, EVENT_RECEIVER, ACCOUNT_VIEWER],
    secrets: ['VAPID_PRIVATE_KEY', 'SMTP_URL', 'ADDRESS_KEY'],
    services: { onMessageCreated: [INVOKER] },
  },
  jobs: {
    description: 'Schedules and the budget stop.',
    project: [DATABASE, ACCOUNT_ADMIN],
    bucket: [FILES],
    services: { stopOnBudget: [INVOKER] },
  },
};

/** The accounts that can read a secret. */
export function readersOf(secret: string): AccountName[] {
  return ACCOUNT_NAMES.filter((name) => RIGHTS[name].secrets?.some((one) => one === secret));
}

export const ACCOUNT_NAMES = Object.keys(ACCOUNTS) as AccountName[];

/** `foyer-api` */
export function idOf(name: AccountName): string {
  return ACCOUNTS[name];
}

export function emailOf(name: AccountName, projectId: string): string {
  return `${ACCOUNTS[name]}@${projectId}.iam.gserviceaccount.com`;
}

export function memberOf(name: AccountName, projectId: string): string {
  return `serviceAccount:${emailOf(name, projectId)}`;
}
