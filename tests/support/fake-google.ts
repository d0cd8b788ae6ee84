import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { functionNames, secretNames, sourceOf } from '../../scripts/doctor/source.ts';

/** Google's services for tests, on this machine: a healthy deployment of the project `site`, and whatever a test makes ill. */
export interface FakeGoogle {
  addressOf(host: string): string;
  /** Answers as a healthy deployment does, but for these. */
  changeTo(changes: Answers): void;
  stop(): void;
}

/** `METHOD host/path` and the JSON of the answer, whose `error.code` is its status too. */
export type Answers = Readonly<Record<string, unknown>>;

/** Instead of an answer. */
export const SILENCE = Symbol('silence');
export const NONSENSE = Symbol('nonsense');

const RULES = 'GET firebaserules.googleapis.com/v1/projects/site';
const APP_CHECK = 'GET firebaseappcheck.googleapis.com/v1/projects/site/services';
const SECRETS = 'GET secretmanager.googleapis.com/v1/projects/site/secrets';

/** What the doctor asks for. */
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
  ownPolicy: 'POST iam.googleapis.com/v1/projects/-/serviceAccounts/42-c@x:getIamPolicy?options.requestedPolicyVersion=3',
} as const;

/** A deployed function, with a cap unless told otherwise. */
export function cloudFunction(id: string, serviceConfig: object = { maxInstanceCount: 10 }): object {
  return { name: `projects/site/locations/r/functions/${id}`, serviceConfig: { serviceAccountEmail: '42-c@x', ...serviceConfig } };
}

/** The settings of Authentication, with one that differs. */
export function authSettings(change: object = {}): object {
  const authorizedDomains = ['site.firebaseapp.com', 'site.web.app', 'example.com'];
  return { name: 'projects/42/config', emailPrivacyConfig: { enableImprovedEmailPrivacy: true }, authorizedDomains, ...change };
}

/** A policy that lets the functions' account sign. */
export function signingPolicy(change: object = {}): object {
  return { bindings: [{ role: 'roles/iam.serviceAccountTokenCreator', members: ['serviceAccount:42-c@x'], ...change }], etag: 'ACAB' };
}

async function healthyAnswers(): Promise<Answers> {
  const release = { name: 'projects/site/releases/cloud.firestore', rulesetName: 'projects/site/rulesets/f' };
  const storage = { name: 'projects/site/releases/firebase.storage/site.appspot.com', rulesetName: 'projects/site/rulesets/s' };
  const ruleset = async (name: string) => ({ source: { files: [{ name, content: await sourceOf(name), fingerprint: 'x' }] } });
  const [first = '', ...others] = await functionNames();
  const modes = ['identitytoolkit', 'firestore', 'firebasestorage'].map((service) => `${APP_CHECK}/${service}.googleapis.com`);
  const versions = (await secretNames()).map((name) => `${SECRETS}/${name}/versions`);
  return {
    [AT.release]: release,
    [AT.releases]: { releases: [release, storage] },
    [AT.firestoreRules]: await ruleset('firestore.rules'),
    [AT.storageRules]: await ruleset('storage.rules'),
    ...Object.fromEntries(modes.map((key) => [key, { name: 'projects/42/services/x', enforcementMode: 'ENFORCED' }])),
    [AT.auth]: authSettings(),
    [AT.functions]: { functions: [cloudFunction(first)], nextPageToken: '2' },
    [AT.functionsNext]: { functions: others.map((name) => cloudFunction(name)) },
    [AT.billing]: { projectId: 'site', billingAccountName: 'billingAccounts/0-1', billingEnabled: true },
    [AT.project]: { projectId: 'site', projectNumber: '42' },
    [AT.budgets]: { budgets: [{ budgetFilter: { projects: ['projects/42'] }, thresholdRules: [{ thresholdPercent: 0.5 }] }] },
    ...Object.fromEntries(versions.map((key) => [key, { versions: [{ state: 'DISABLED' }, { state: 'ENABLED' }], totalSize: 2 }])),
    [AT.projectPolicy]: { bindings: [{ role: 'roles/owner', members: ['user:ada@example.com'] }] },
    [AT.ownPolicy]: signingPolicy(),
  };
}

/** What nobody told it of does not exist, and Firestore refuses everybody. */
export async function startFakeGoogle(): Promise<FakeGoogle> {
  const healthy = await healthyAnswers();
  let answers = healthy;
  const server = createServer(({ method, url = '' }, response) => {
    const key = `${method} ${url.slice(1)}`.replace('pageSize=100&', '').replace('?pageSize=100', '');
    const refusal = { error: { code: 403, message: 'Missing or insufficient permissions.', status: 'PERMISSION_DENIED' } };
    const nothing = { error: { code: 404, message: 'Not found.', status: 'NOT_FOUND' } };
    const json = answers[key] ?? (url.startsWith('/firestore.') ? refusal : nothing);
    if (json === SILENCE) return;
    response.writeHead((json as Partial<typeof nothing>).error?.code ?? 200, { 'content-type': 'application/json' });
    response.end(json === NONSENSE ? '<html>' : JSON.stringify(json));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    addressOf: (host) => `http://127.0.0.1:${port}/${host}`,
    changeTo(changes) {
      answers = { ...healthy, ...changes };
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
