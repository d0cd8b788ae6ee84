import { ACCOUNTS } from '@foyer/functions/service-accounts';

/** A name of `ACCOUNTS`: `api`, `page`, ... */
export type AccountName = keyof typeof ACCOUNTS;

/** What one service account may do, and where. Nothing else: the doctor reports every other role. */
interface Rights {
  /** What the account is for, as the console shows it. */
  description: string;
  /** On the whole project. */
  project: readonly string[];
  /** On itself. */
  self?: readonly string[];
  /** On the default bucket. */
  bucket?: readonly string[];
  /** On both secrets. firebase-tools grants it with each deployment. */
  secrets?: readonly string[];
  /** On the services of these functions. firebase-tools grants what schedules need, and nothing for other events. */
  services?: Readonly<Record<string, readonly string[]>>;
}

/** IAM cannot narrow Firestore to a collection: every account that writes can write the whole database. */
const DATABASE = 'roles/datastore.user';
const FILES = 'roles/storage.objectUser';
const ACCOUNT_ADMIN = 'roles/firebaseauth.admin';
/** On the account itself it signs visitors' tokens. On the project it would sign as anybody. */
export const SIGNER = 'roles/iam.serviceAccountTokenCreator';
export const SECRET_READER = 'roles/secretmanager.secretAccessor';
export const INVOKER = 'roles/run.invoker';

/** What each account holds once `npm run deploy` has run. */
export const RIGHTS: Readonly<Record<AccountName, Rights>> = {
  api: {
    description: 'The API: both secrets, custom tokens, accounts, the database.',
    project: [DATABASE, ACCOUNT_ADMIN, 'roles/recaptchaenterprise.agent'],
    self: [SIGNER],
    secrets: [SECRET_READER],
  },
  page: { description: 'Public pages: reads the database.', project: ['roles/datastore.viewer'] },
  views: { description: 'Counts views.', project: [DATABASE] },
  pictures: { description: 'Decodes and serves pictures.', project: [DATABASE], bucket: [FILES] },
  jobs: {
    description: 'Schedules and the budget stop.',
    project: [DATABASE, ACCOUNT_ADMIN],
    bucket: [FILES],
    services: { stopOnBudget: [INVOKER] },
  },
};

export const ACCOUNT_NAMES = Object.keys(ACCOUNTS) as AccountName[];

/** The account's id in its project: `foyer-api`. */
export function idOf(name: AccountName): string {
  return ACCOUNTS[name];
}

/** `foyer-api@<project>.iam.gserviceaccount.com` */
export function emailOf(name: AccountName, projectId: string): string {
  return `${ACCOUNTS[name]}@${projectId}.iam.gserviceaccount.com`;
}

/** As policies name it. */
export function memberOf(name: AccountName, projectId: string): string {
  return `serviceAccount:${emailOf(name, projectId)}`;
}
