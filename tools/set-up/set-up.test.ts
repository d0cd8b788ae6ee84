import { execFile } from 'node:child_process';
import { PASSWORD_MAX, PASSWORD_MIN } from '@foyer/domain/password';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as fake from '../../tests/support/fake-google.ts';
import { AT, WRITES } from '../../tests/support/fake-google.ts';
import { ROOT } from '../emulators/run-folder.ts';
import { Unanswered } from '../google/answer.ts';
import { ACCOUNT_NAMES, emailOf, memberOf, RIGHTS } from './accounts.ts';
import { enforced, isEnforced, PasswordPolicy } from './password-policy.ts';
import { allowEvents, setUp } from './set-up.ts';

interface Policy {
  bindings?: { role: string; members: string[]; condition?: object }[];
}

let google: fake.FakeGoogle;
beforeAll(async () => {
  google = await fake.startFakeGoogle();
});
afterAll(() => google.stop());

/** A policy store: reads return the last write. */
function keptPolicy(first: object) {
  const kept = { policy: first as Policy, writes: 0 };
  const write = (body: { policy?: Policy } & Policy) => {
    kept.policy = body.policy ?? body;
    kept.writes++;
    return kept.policy;
  };
  return { kept, read: () => kept.policy, write };
}

async function run(act: typeof setUp, changes: fake.Answers): Promise<string[]> {
  google.changeTo(changes);
  const lines: string[] = [];
  const deployment = { projectId: 'site', token: 'token', addressOf: google.addressOf, timeoutMs: 20_000 };
  await act(deployment, (line) => lines.push(line), 1);
  return lines;
}

describe('npm run deploy', () => {
  test('changes nothing in a project that is set up', async () => {
    expect(await run(setUp, {})).toEqual([]);
    expect(await run(allowEvents, {})).toEqual([]);
    const writes = new Set<string>([WRITES.account, WRITES.projectPolicy, WRITES.bucketPolicy, WRITES.servicePolicy, WRITES.auth]);
    expect(google.asked.filter((key) => writes.has(key) || key.includes(':setIamPolicy'))).toEqual([]);
  });

  test('creates every account with its roles once, and keeps the roles of others', async () => {
    const accounts = new Set<string>();
    const owner = { role: 'roles/owner', members: ['user:ada@example.com'] };
    const project = keptPolicy({ etag: 'ACAB', bindings: [owner, { role: 'roles/datastore.user', members: ['user:ada@example.com'] }] });
    const legacy = { role: 'roles/storage.legacyBucketReader', members: ['projectViewer:site'] };
    const bucket = keptPolicy({ bindings: [legacy] });
    const self = keptPolicy({ etag: 'ACAB' });
    const none = { error: { code: 404, status: 'NOT_FOUND' } };
    const changes = {
      ...Object.fromEntries(
        ACCOUNT_NAMES.map((name) => [WRITES.accountOf(name), () => (accounts.has(emailOf(name, 'site')) ? { email: 'x' } : none)]),
      ),
      [WRITES.account]: ({ accountId }: { accountId: string }) => {
        accounts.add(`${accountId}@site.iam.gserviceaccount.com`);
        return { email: accountId };
      },
      [AT.projectPolicy]: project.read,
      [WRITES.projectPolicy]: project.write,
      [AT.bucketPolicy]: bucket.read,
      [WRITES.bucketPolicy]: bucket.write,
      [AT.apiPolicy]: self.read,
      [WRITES.accountPolicyOf('api')]: self.write,
    };
    const lines = await run(setUp, changes);
    expect([...accounts].toSorted()).toEqual(ACCOUNT_NAMES.map((name) => emailOf(name, 'site')).toSorted());
    expect(project.kept.policy).toMatchObject({ etag: 'ACAB', version: 3 });
    expect(project.kept.policy.bindings).toContainEqual(owner);
    expect(project.kept.policy.bindings?.find(({ role }) => role === 'roles/datastore.user')?.members).toEqual([
      'user:ada@example.com',
      ...(['api', 'views', 'pictures', 'events', 'jobs'] as const).map((name) => memberOf(name, 'site')),
    ]);
    expect(bucket.kept.policy.bindings).toEqual([
      legacy,
      { role: 'roles/storage.objectUser', members: [memberOf('pictures', 'site'), memberOf('jobs', 'site')] },
    ]);
    expect(self.kept.policy.bindings).toEqual([{ role: 'roles/iam.serviceAccountTokenCreator', members: [memberOf('api', 'site')] }]);
    expect(lines).toContain(`Created the service account ${emailOf('api', 'site')}.`);
    expect(lines).toContain(`Gave ${emailOf('page', 'site')} roles/datastore.viewer on the project.`);
    expect(lines).toHaveLength(ACCOUNT_NAMES.length + Object.values(RIGHTS).flatMap(rolesOf).length);

    expect(await run(setUp, changes)).toEqual([]);
    expect([project.kept.writes, bucket.kept.writes, self.kept.writes]).toEqual([1, 1, 1]);
  });

  test('adds a role that an account has only under a condition, and keeps both', async () => {
    const never = { role: 'roles/datastore.viewer', members: [memberOf('page', 'site')], condition: { expression: 'false' } };
    const others = fake.policyWith((name) => (name === 'page' ? [] : RIGHTS[name].project), never);
    const project = keptPolicy(others);
    await run(setUp, { [AT.projectPolicy]: project.read, [WRITES.projectPolicy]: project.write });
    expect(project.kept.policy.bindings).toContainEqual(never);
    expect(project.kept.policy.bindings).toContainEqual({ role: 'roles/datastore.viewer', members: [memberOf('page', 'site')] });
  });

  test.each([
    ['someone else wrote in between', { error: { code: 409, status: 'ABORTED' } }],
    [
      'Google does not know the account yet',
      { error: { code: 400, status: 'INVALID_ARGUMENT', message: 'Service account x does not exist.' } },
    ],
  ])('retries if %s', async (_, refusal) => {
    const bucket = keptPolicy({ bindings: [] });
    let refusals = 2;
    const write = (body: object) => (refusals-- > 0 ? refusal : bucket.write(body));
    const lines = await run(setUp, { [AT.bucketPolicy]: bucket.read, [WRITES.bucketPolicy]: write });
    expect(bucket.kept.writes).toBe(1);
    expect(lines).toHaveLength(2);
  });

  test('waits until Google knows a new account', async () => {
    const self = keptPolicy({});
    let refusals = 2;
    const read = () => (refusals-- > 0 ? { error: { code: 404, status: 'NOT_FOUND' } } : self.read());
    await run(setUp, { [AT.apiPolicy]: read, [WRITES.accountPolicyOf('api')]: self.write });
    expect(self.kept.writes).toBe(1);
  });

  test.each([
    [
      'cannot grant roles',
      { [WRITES.projectPolicy]: { error: { code: 403, status: 'PERMISSION_DENIED', message: 'No' } } },
      /Google says: No/,
    ],
    ['is refused every time', { [WRITES.projectPolicy]: { error: { code: 409, status: 'ABORTED' } } }, /answered 409/],
    ['has no bucket', { [AT.bucket]: { error: { code: 404, status: 'NOT_FOUND' } } }, /There is no default bucket\. Create it: https/],
    ['has no Authentication', { [AT.auth]: { error: { code: 404, status: 'NOT_FOUND' } } }, /Authentication is not set up/],
  ])('fails with the reason if the caller or project %s', async (_, changes, sentence) => {
    const project = WRITES.projectPolicy in changes ? { bindings: [] } : fake.projectPolicy();
    const refusal = await run(setUp, { [AT.projectPolicy]: project, ...changes }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Unanswered);
    expect(String(refusal)).toMatch(sentence);
  });

  test('lets its account call the budget stop once that is deployed', async () => {
    const service = keptPolicy({ bindings: [] });
    const changes = { [AT.servicePolicy]: service.read, [WRITES.servicePolicy]: service.write };
    expect(await run(allowEvents, changes)).toEqual([`Gave ${emailOf('jobs', 'site')} roles/run.invoker on the service stoponbudget.`]);
    expect(service.kept.policy.bindings).toEqual([{ role: 'roles/run.invoker', members: [memberOf('jobs', 'site')] }]);
    expect(await run(allowEvents, changes)).toEqual([]);
    expect(await run(allowEvents, { [AT.functions]: { functions: [] } })).toEqual([]);
  });

  test.each([
    [['--project', 'x'], /^\nThere are no credentials .*`gcloud auth application-default login`/],
    [['--project', 'x', '--only', 'hosting,functions:api'], /There are no credentials/],
    [[], /^\nWhich project\?/],
    [['--project', 'demo-x'], /exists in emulators only/],
  ])('stops before the build with %j and no credentials', async (args, sentence) => {
    const env = { PATH: process.env.PATH, HOME: '/nonexistent', METADATA_SERVER_DETECTION: 'none' };
    const said = await new Promise<string>((resolve) => {
      execFile(process.execPath, ['tools/deploy.ts', ...args], { cwd: ROOT, env }, (_, stdout, stderr) => resolve(stdout + stderr));
    });
    expect(said).toMatch(sentence);
    expect(said).not.toContain('Building');
  });

  test('sets a missing password policy', async () => {
    let sent: unknown;
    const write = (body: unknown) => {
      sent = body;
      return fake.authSettings();
    };
    const lines = await run(setUp, { [AT.auth]: fake.authSettings({ passwordPolicyConfig: undefined }), [WRITES.auth]: write });
    expect(lines).toEqual(['Set the password policy.']);
    expect(sent).toEqual({
      passwordPolicyConfig: {
        passwordPolicyEnforcementState: 'ENFORCE',
        forceUpgradeOnSignin: false,
        passwordPolicyVersions: [{ customStrengthOptions: { minPasswordLength: PASSWORD_MIN, maxPasswordLength: PASSWORD_MAX } }],
      },
    });
  });
});

describe('the password policy', () => {
  const policyOf = (state: string, options: object) =>
    PasswordPolicy.parse({ passwordPolicyEnforcementState: state, passwordPolicyVersions: [{ customStrengthOptions: options }] });

  test.each([
    ['OFF', { minPasswordLength: 6 }, { minPasswordLength: PASSWORD_MIN, maxPasswordLength: PASSWORD_MAX }],
    ['ENFORCE', { minPasswordLength: 8, maxPasswordLength: 64 }, { minPasswordLength: PASSWORD_MIN, maxPasswordLength: 64 }],
    ['OFF', { minPasswordLength: 20 }, { minPasswordLength: 20, maxPasswordLength: PASSWORD_MAX }],
    ['ENFORCE', { maxPasswordLength: 8 }, { minPasswordLength: PASSWORD_MIN, maxPasswordLength: PASSWORD_MIN }],
    [
      'ENFORCE',
      { containsNumericCharacter: true },
      { containsNumericCharacter: true, minPasswordLength: PASSWORD_MIN, maxPasswordLength: PASSWORD_MAX },
    ],
  ])('keeps stricter options of the host: %s with %j', (state, options, expected) => {
    const policy = policyOf(state, options);
    expect(isEnforced(policy)).toBe(false);
    const next = PasswordPolicy.parse(enforced(policy));
    expect(next).toMatchObject({ passwordPolicyVersions: [{ customStrengthOptions: expected }] });
    expect(isEnforced(next)).toBe(true);
  });

  test('has a minimum length that Google accepts', () => {
    // https://cloud.google.com/identity-platform/docs/password-policy: 6 to 30, and 4,096 at most.
    expect(PASSWORD_MIN).toBeGreaterThanOrEqual(6);
    expect(PASSWORD_MIN).toBeLessThanOrEqual(30);
    expect(PASSWORD_MAX).toBeLessThanOrEqual(4096);
  });
});

function rolesOf({ project, self = [], bucket = [] }: (typeof RIGHTS)['api']): readonly string[] {
  return [...project, ...self, ...bucket];
}
