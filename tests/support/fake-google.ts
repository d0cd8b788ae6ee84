import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { functionAccounts, secretNames, sourceOf } from '../../tools/doctor/source.ts';
import { ACCOUNT_NAMES, type AccountName, emailOf, memberOf, RIGHTS, readersOf, SECRET_READER } from '../../tools/set-up/accounts.ts';

/** Fake Google services on this machine: a healthy deployment of the project `site`, with any faults that a test adds. */
export interface FakeGoogle {
  addressOf(host: string): string;
  /** Answers as a healthy deployment does, except for these. */
  changeTo(changes: Answers): void;
  /** The requests since the last change, as `METHOD host/path`. */
  asked: readonly string[];
  stop(): void;
}

/** `METHOD host/path` and the JSON of the answer, whose `error.code` is also its status. A function gets the JSON of the request. */
export type Answers = Readonly<Record<string, unknown>>;

export const SILENCE = Symbol('silence');
export const NONSENSE = Symbol('nonsense');

const RULES = 'GET firebaserules.googleapis.com/v1/projects/site';
const APP_CHECK = 'GET firebaseappcheck.googleapis.com/v1/projects/site/services';
const SECRETS = 'GET secretmanager.googleapis.com/v1/projects/site/secrets';
const AUTH = 'identitytoolkit.googleapis.com';
const ACCOUNTS = 'iam.googleapis.com/v1/projects/site/serviceAccounts';
const VERSION = '?options.requestedPolicyVersion=3';
const serviceOf = (name: string) => `run.googleapis.com/v2/projects/site/locations/r/services/${name.toLowerCase()}`;
const BUCKET = 'storage.googleapis.com/storage/v1/b/site.appspot.com/iam';

export const AT = {
  query: 'POST firestore.googleapis.com/v1/projects/site/databases/(default)/documents:runQuery',
  release: `${RULES}/releases/cloud.firestore`,
  releases: `${RULES}/releases`,
  firestoreRules: `${RULES}/rulesets/f`,
  storageRules: `${RULES}/rulesets/s`,
  appCheck: `${APP_CHECK}/firestore.googleapis.com`,
  auth: 'GET identitytoolkit.googleapis.com/admin/v2/projects/site/config',
  functions: 'GET cloudfunctions.googleapis.com/v2/projects/site/locations/-/functions',
  functionsNext: 'GET cloudfunctions.googleapis.com/v2/projects/site/locations/-/functions?pageToken=2',
  billing: 'GET cloudbilling.googleapis.com/v1/projects/site/billingInfo',
  project: 'GET cloudresourcemanager.googleapis.com/v1/projects/site',
  budgets: 'GET billingbudgets.googleapis.com/v1/billingAccounts/0-1/budgets',
  secret: `${SECRETS}/RESUME_SECRET/versions`,
  projectPolicy: 'POST cloudresourcemanager.googleapis.com/v1/projects/site:getIamPolicy',
  apiPolicy: policyOf('api'),
  picturesPolicy: policyOf('pictures'),
  secretPolicy: `${SECRETS}/RESUME_SECRET:getIamPolicy${VERSION}`,
  pushSecretPolicy: `${SECRETS}/VAPID_PRIVATE_KEY:getIamPolicy${VERSION}`,
  mailSecretPolicy: `${SECRETS}/SMTP_URL:getIamPolicy${VERSION}`,
  mailState: 'GET firestore.googleapis.com/v1/projects/site/databases/(default)/documents/jobs/mail',
  bucket: 'GET firebasestorage.googleapis.com/v1alpha/projects/site/defaultBucket',
  bucketPolicy: `GET ${BUCKET}?optionsRequestedPolicyVersion=3`,
  bucketSettings: 'GET storage.googleapis.com/storage/v1/b/site.appspot.com?fields=iamConfiguration',
  keys: `GET ${ACCOUNTS}/${emailOf('pictures', 'site')}/keys?keyTypes=USER_MANAGED`,
  linkedPage: 'GET firestore.googleapis.com/v1/projects/site/databases/(default)/documents/managers/v_1',
  servicePolicy: `GET ${serviceOf('stopOnBudget')}:getIamPolicy${VERSION}`,
  signUp: `POST ${AUTH}/v1/accounts:signUp?key=web-key`,
  removal: `POST ${AUTH}/v1/accounts:delete?key=web-key`,
  users: `GET ${AUTH}/v1/projects/site/accounts:batchGet?maxResults=1000`,
  pushKey: 'GET site.web.app/api/push-key',
  breaker: 'GET firestore.googleapis.com/v1/projects/site/databases/(default)/documents/limits/breaker',
} as const;

/** The requests with which `npm run deploy` writes. */
export const WRITES = {
  account: `POST ${ACCOUNTS}`,
  accountOf: (name: AccountName) => `GET ${ACCOUNTS}/${emailOf(name, 'site')}`,
  accountPolicyOf: (name: AccountName) => `POST ${ACCOUNTS}/${emailOf(name, 'site')}:setIamPolicy`,
  readAccountPolicyOf: policyOf,
  projectPolicy: 'POST cloudresourcemanager.googleapis.com/v1/projects/site:setIamPolicy',
  bucketPolicy: `PUT ${BUCKET}`,
  servicePolicy: `POST ${serviceOf('stopOnBudget')}:setIamPolicy`,
  auth: `PATCH ${AUTH}/admin/v2/projects/site/config?updateMask=passwordPolicyConfig`,
} as const;

function policyOf(name: AccountName): string {
  return `POST ${ACCOUNTS}/${emailOf(name, 'site')}:getIamPolicy${VERSION}`;
}

/** A deployed function, by default with an instance cap and the account of its name. */
export function cloudFunction(id: string, serviceConfig: object = { maxInstanceCount: 10 }): object {
  const service = `projects/site/locations/r/services/${id.toLowerCase()}`;
  const serviceAccountEmail = `foyer-${id}@site.iam.gserviceaccount.com`;
  return { name: `projects/site/locations/r/functions/${id}`, serviceConfig: { service, serviceAccountEmail, ...serviceConfig } };
}

export function authSettings(change: object = {}): object {
  const authorizedDomains = ['site.firebaseapp.com', 'site.web.app', 'example.com'];
  return {
    name: 'projects/42/config',
    emailPrivacyConfig: { enableImprovedEmailPrivacy: true },
    authorizedDomains,
    signIn: { email: { enabled: true } },
    client: { apiKey: 'web-key' },
    passwordPolicyConfig: passwordPolicy(),
    ...change,
  };
}

export function passwordPolicy(options: object = { minPasswordLength: 10, maxPasswordLength: 4096 }, change: object = {}): object {
  const versions = [{ customStrengthOptions: options, schemaVersion: 1 }];
  return { passwordPolicyEnforcementState: 'ENFORCE', passwordPolicyVersions: versions, lastUpdateTime: '2026-11-01T00:00:00Z', ...change };
}

export function budget(change: object = {}): object {
  const notificationsRule = { pubsubTopic: 'projects/site/topics/budget-alerts', schemaVersion: '1.0' };
  return { budgetFilter: { projects: ['projects/42'] }, thresholdRules: [{ thresholdPercent: 0.5 }], notificationsRule, ...change };
}

export function policyWith(rightsOf: (name: AccountName) => readonly string[], ...more: object[]): object {
  const bindings = ACCOUNT_NAMES.flatMap((name) => rightsOf(name).map((role) => ({ role, members: [memberOf(name, 'site')] })));
  return { version: 1, bindings: [...bindings, ...more], etag: 'ACAB' };
}

export function projectPolicy(...more: object[]): object {
  const agent = 'serviceAccount:service-42@gcp-sa-pubsub.iam.gserviceaccount.com';
  const others = [
    { role: 'roles/owner', members: ['user:ada@example.com'] },
    { role: 'roles/iam.serviceAccountTokenCreator', members: [agent] },
  ];
  return policyWith((name) => RIGHTS[name].project, ...others, ...more);
}

export function bucketPolicy(...more: object[]): object {
  const legacy = { role: 'roles/storage.legacyBucketReader', members: ['projectViewer:site'] };
  return policyWith((name) => RIGHTS[name].bucket ?? [], legacy, ...more);
}

export function accountPolicy(name: AccountName, ...more: object[]): object {
  const deployer = { role: 'roles/iam.serviceAccountUser', members: ['user:ada@example.com'] };
  return policyWith((one) => (one === name ? (RIGHTS[name].self ?? []) : []), deployer, ...more);
}

export function secretPolicy(secret = 'RESUME_SECRET', ...more: object[]): object {
  return policyWith((name) => (readersOf(secret).includes(name) ? [SECRET_READER] : []), ...more);
}

export function servicePolicy(id = 'stopOnBudget', ...more: object[]): object {
  return policyWith((name) => RIGHTS[name].services?.[id] ?? [], ...more);
}

async function healthyAnswers(): Promise<Answers> {
  const release = { name: 'projects/site/releases/cloud.firestore', rulesetName: 'projects/site/rulesets/f' };
  const storage = { name: 'projects/site/releases/firebase.storage/site.appspot.com', rulesetName: 'projects/site/rulesets/s' };
  const ruleset = async (name: string) => ({ source: { files: [{ name, content: await sourceOf(name), fingerprint: 'x' }] } });
  const [first, ...others] = [...(await functionAccounts())].map(([name, account]) =>
    cloudFunction(name, {
      maxInstanceCount: 10,
      serviceAccountEmail: emailOf(account, 'site'),
      environmentVariables: { MAIL_FROM: 'foyer@example.org' },
    }),
  );
  const modes = ['identitytoolkit', 'firestore', 'firebasestorage'].map((service) => `${APP_CHECK}/${service}.googleapis.com`);
  const secrets = await secretNames();
  const events = ACCOUNT_NAMES.flatMap((name) => Object.keys(RIGHTS[name].services ?? {}));
  const versions = secrets.map((name) => `${SECRETS}/${name}/versions`);
  return {
    [AT.release]: release,
    [AT.releases]: { releases: [release, storage] },
    [AT.firestoreRules]: await ruleset('firestore.rules'),
    [AT.storageRules]: await ruleset('storage.rules'),
    ...Object.fromEntries(modes.map((key) => [key, { name: 'projects/42/services/x', enforcementMode: 'ENFORCED' }])),
    [AT.auth]: authSettings(),
    [AT.functions]: { functions: [first], nextPageToken: '2' },
    [AT.functionsNext]: { functions: others },
    [AT.billing]: { projectId: 'site', billingAccountName: 'billingAccounts/0-1', billingEnabled: true },
    [AT.project]: { projectId: 'site', projectNumber: '42' },
    [AT.budgets]: { budgets: [budget()] },
    ...Object.fromEntries(versions.map((key) => [key, { versions: [{ state: 'DISABLED' }, { state: 'ENABLED' }], totalSize: 2 }])),
    [AT.projectPolicy]: projectPolicy(),
    ...Object.fromEntries(ACCOUNT_NAMES.map((name) => [policyOf(name), accountPolicy(name)])),
    ...Object.fromEntries(ACCOUNT_NAMES.map((name) => [WRITES.accountOf(name), { email: emailOf(name, 'site') }])),
    ...Object.fromEntries(secrets.map((name) => [`${SECRETS}/${name}:getIamPolicy${VERSION}`, secretPolicy(name)])),
    [AT.bucket]: { name: 'projects/site/defaultBucket', bucket: { name: 'projects/site/buckets/site.appspot.com' } },
    [AT.bucketPolicy]: bucketPolicy(),
    [AT.bucketSettings]: { iamConfiguration: { publicAccessPrevention: 'enforced' } },
    [AT.linkedPage]: { error: { code: 404, status: 'NOT_FOUND', message: 'Document not found.' } },
    ...Object.fromEntries(events.map((id) => [`GET ${serviceOf(id)}:getIamPolicy${VERSION}`, servicePolicy(id)])),
    [AT.signUp]: { localId: 'stranger', idToken: 'id-token', email: 'doctor@example.com' },
    [AT.removal]: { kind: 'identitytoolkit#DeleteAccountResponse' },
    [AT.users]: {
      users: [{ localId: 'v_1' }, { localId: 'ada', email: 'ada@example.com', providerUserInfo: [{ providerId: 'password' }] }],
    },
    [AT.mailState]: { error: { code: 404, status: 'NOT_FOUND', message: 'Document not found.' } },
    [AT.pushKey]: { publicKey: `B${'x'.repeat(86)}` },
    [AT.breaker]: { error: { code: 404, status: 'NOT_FOUND', message: 'Document not found.' } },
  };
}

/** By default nothing else exists, and Firestore refuses everyone. */
export async function startFakeGoogle(): Promise<FakeGoogle> {
  const healthy = await healthyAnswers();
  let answers = healthy;
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const { method, url = '' } = request;
    const key = `${method} ${url.slice(1)}`.replace('pageSize=100&', '').replace('?pageSize=100', '');
    asked.push(key);
    const body = await text(request);
    const refusal = { error: { code: 403, message: 'Missing or insufficient permissions.', status: 'PERMISSION_DENIED' } };
    const nothing = { error: { code: 404, message: 'Not found.', status: 'NOT_FOUND' } };
    const answer = answers[key] ?? (url.startsWith('/firestore.') ? refusal : nothing);
    const json: unknown = typeof answer === 'function' ? answer(body === '' ? null : JSON.parse(body)) : answer;
    if (json === SILENCE) return;
    response.writeHead((json as Partial<typeof nothing>).error?.code ?? 200, { 'content-type': 'application/json' });
    response.end(json === NONSENSE ? '<html>' : JSON.stringify(json));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    addressOf: (host) => `http://127.0.0.1:${port}/${host}`,
    changeTo(changes) {
      answers = { ...healthy, ...changes };
      asked.length = 0;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
