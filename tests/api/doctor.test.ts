import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attempts } from '../../tools/doctor/attempts.ts';
import { CHECKS } from '../../tools/doctor/checks.ts';
import { consult } from '../../tools/doctor/consult.ts';
import { documentsIn } from '../../tools/doctor/rules-paths.ts';
import { sourceOf } from '../../tools/doctor/source.ts';
import { ROOT } from '../../tools/emulators/run-folder.ts';
import { RIGHTS } from '../../tools/set-up/accounts.ts';
import { emulators } from '../support/emulators.ts';
import * as fake from '../support/fake-google.ts';
import { AT, authSettings, cloudFunction, NONSENSE, passwordPolicy, SILENCE } from '../support/fake-google.ts';

const { auth: authOrigin, firestore, projectId: demo, runFolder } = emulators();
const emulator = `${firestore.host}:${firestore.port}`;
const OK = 'ok                    ';

/** The doctor as a person runs it, on a machine without credentials. */
function doctor(...args: string[]): Promise<{ exitCode: unknown; said: string }> {
  const env = { PATH: process.env.PATH, HOME: runFolder, METADATA_SERVER_DETECTION: 'none' };
  return new Promise((resolve) => {
    execFile(process.execPath, ['tools/doctor.ts', ...args], { cwd: ROOT, env }, (error, stdout, stderr) =>
      resolve({ exitCode: error?.code ?? 0, said: stdout + stderr }),
    );
  });
}

describe('a stranger', () => {
  const open = `demo-open-door-${process.pid}`;
  const content = `rules_version = '2';
    service cloud.firestore { match /databases/{database}/documents { match /{path=**} { allow read, write: if ACTOR; } } }`;
  const both = `${emulator},${new URL(authOrigin).host}`;

  async function rulesFor(actor: string): Promise<void> {
    const body = JSON.stringify({ rules: { files: [{ name: 'firestore.rules', content: content.replace('ACTOR', actor) }] } });
    const rules = await fetch(`http://${emulator}/emulator/v1/projects/${open}:securityRules`, { method: 'PUT', body });
    expect(rules.status).toBe(200);
  }

  async function collectionsLeft(): Promise<unknown> {
    const address = `http://${emulator}/v1/projects/${open}/databases/(default)/documents:listCollectionIds`;
    const left = await fetch(address, { method: 'POST', headers: { authorization: 'Bearer owner' }, body: '{}' });
    return left.json();
  }

  async function accounts(): Promise<number> {
    const address = `${authOrigin}/identitytoolkit.googleapis.com/v1/projects/${demo}/accounts:batchGet?maxResults=1000`;
    const answer = await fetch(address, { headers: { authorization: 'Bearer owner' } });
    const { users = [] } = (await answer.json()) as { users?: { email?: string }[] };
    return users.filter(({ email }) => email?.startsWith('doctor-')).length;
  }

  // The first requests to a fresh emulator take seconds on a busy machine, and the doctor has a time limit.
  beforeAll(() => doctor('--project', demo, '--emulators', both));

  test("is refused everywhere by this repository's rules, signed in or not", async () => {
    const { exitCode, said } = await doctor('--project', demo, '--emulators', both);
    expect([said, exitCode]).toEqual([`${OK}no access without signing in\n${OK}no access by signing up\n`, 0]);
    expect(await accounts()).toBe(0);
  });

  test('is tried only without signing in if there is no Authentication emulator', async () => {
    const { exitCode, said } = await doctor('--project', demo, '--emulators', emulator);
    expect([said, exitCode]).toEqual([`${OK}no access without signing in\n`, 0]);
  });

  test('admitted by open rules is reported, and everything the doctor made is removed', async () => {
    await rulesFor('true');
    const { exitCode, said } = await doctor('--project', open, '--emulators', emulator);
    expect(exitCode).toBe(1);
    expect(said).toMatch(/^TO FIX +no access without signing in\n +ANYONE/);
    for (const { verb, place } of attempts(await sourceOf('firestore.rules')))
      expect(said).toContain(`ANYONE can ${verb === 'query' ? verb : 'get, list, create, delete'}: ${place}\n`);
    expect(said).toContain(`Deploy the rules now: \`npm run deploy -- --project ${open} --only firestore:rules\`.`);
    expect(said).not.toContain('could not delete');
    expect(await collectionsLeft()).toEqual({});
  });

  test.each([
    [
      'everyone who is signed in',
      'request.auth != null',
      'get, list, create, delete',
      ['managers/*/labels', 'managers/*/cannedReplies', 'managers/{own uid}/private'],
    ],
    [
      'everyone below their own uid',
      "path[0] == 'managers' && path[1] == request.auth.uid",
      'get, create, delete',
      ['managers/{own uid}/cannedReplies'],
    ],
  ])('who signs up is reported where rules admit %s', async (_, actor, verbs, places) => {
    await rulesFor(actor);
    const { exitCode, said } = await doctor('--project', open, '--emulators', both);
    expect(exitCode).toBe(1);
    expect(said).toMatch(/^ok +no access without signing in\nTO FIX +no access by signing up\n/);
    for (const place of places) expect(said).toContain(`ANYONE WHO SIGNS UP can ${verbs}: ${place}\n`);
    expect(said).not.toContain('could not');
    expect(await collectionsLeft()).toEqual({});
    expect(await accounts()).toBe(0);
  });

  test('is tried on every document that the rules name', async () => {
    const rules = await sourceOf('firestore.rules');
    const places = attempts(rules).map(({ place }) => place);
    const named = documentsIn(rules).map((document) => document.replaceAll(/\{\w+\}/g, '*').replace(/\/[^/]+$/, ''));
    expect(places).toEqual(expect.arrayContaining(named));
    expect(named).toEqual(expect.arrayContaining(['managers/*/labels', 'managers/*/cannedReplies', 'limits']));
  });
});

describe('a person who runs the doctor', () => {
  test.each([
    [
      'without credentials learns how to get them',
      ['--project', 'x'],
      /^\nThere are no credentials .*`gcloud auth application-default login`/,
    ],
    ['without a project is asked for one', [], /^\nWhich project\?/],
    ['on a demo project is asked for the emulators', ['--project', 'demo-x'], /^\ndemo-x exists in emulators only/],
    ['on a real project cannot take emulators for it', ['--project', 'x', '--emulators', emulator], /^\nEmulators can't check x/],
  ])('%s', async (_, args, sentence) => {
    const { exitCode, said } = await doctor(...args);
    expect([exitCode, said.trim().split('\n').length]).toEqual([2, 1]);
    expect(said).toMatch(sentence);
  });
});

describe('a deployment', () => {
  type Row = [what: string, check: string | string[], key: string, change: unknown, sentence: RegExp];
  const none = { error: { code: 404, status: 'NOT_FOUND' } };
  const detail = { '@type': 'google.rpc.ErrorInfo', reason: 'SERVICE_DISABLED', metadata: { service: 'off.googleapis.com' } };
  const disabled = { error: { code: 403, status: 'PERMISSION_DENIED', details: [{ '@type': 'google.rpc.Help' }, detail] } };
  const otherRules = { source: { files: [{ content: 'allow read;' }] } };
  const budgetOf = (change: object) => ({ budgets: [fake.budget(change)] });
  const functionWith = (serviceConfig: object) => ({
    functions: [cloudFunction('api'), cloudFunction('other', serviceConfig)],
    nextPageToken: '2',
  });
  const never = { condition: { expression: 'false' } };
  const signer = 'roles/iam.serviceAccountTokenCreator';
  const account = (name: string) => `serviceAccount:foyer-${name}@site.iam.gserviceaccount.com`;
  const compute = 'serviceAccount:42-compute@developer.gserviceaccount.com';
  const holds = (role: string, ...members: string[]) => ({ role, members });
  const breakerOf = (fields: object) => ({ name: 'limits/breaker', fields });
  const mode = (stringValue: string) => ({ mode: { stringValue } });
  const ranAs = (id: string, email: string) => ({
    functions: [cloudFunction('api'), cloudFunction(id, { maxInstanceCount: 1, serviceAccountEmail: email })],
    nextPageToken: '2',
  });
  const mailing = cloudFunction('api', { maxInstanceCount: 10, environmentVariables: { MAIL_FROM: 'foyer@example.org' } });
  const reader = 'roles/secretmanager.secretAccessor';
  const deployer = 'roles/iam.serviceAccountUser';
  const passwords = (options?: object, change?: object) => authSettings({ passwordPolicyConfig: passwordPolicy(options, change) });
  const heardAt = (pubsubTopic: string) => budgetOf({ notificationsRule: { pubsubTopic } });
  const stopped = breakerOf({
    ...mode('read-only'),
    budget: {
      mapValue: {
        fields: {
          stoppedAt: { timestampValue: '2026-11-20T10:00:00Z' },
          costs: { doubleValue: 25.4 },
          amount: { integerValue: '25' },
          currency: { stringValue: 'EUR' },
          name: { nullValue: null },
        },
      },
    },
  });
  const names = CHECKS.map(({ name }) => name);
  const [probe = '', stranger = '', rules = '', bucketRules = '', signIn = '', linked = '', caps = '', ...others] = names;
  const [budget = '', breaker = '', secrets = '', readers = '', own = '', roles = '', bucket = '', appCheck = '', mail = '', push = ''] =
    others;

  let google: fake.FakeGoogle;
  beforeAll(async () => {
    google = await fake.startFakeGoogle();
  });
  afterAll(() => google.stop());

  // The probes are most of the requests, and depend only on these.
  const probed: readonly string[] = [AT.query, AT.auth, AT.signUp, AT.removal];

  async function examined(changes: fake.Answers, timeoutMs = 20_000) {
    google.changeTo(changes);
    const keys = Object.keys(changes);
    const isProbed = keys.length !== 1 || keys.some((key) => probed.includes(key));
    const checks = CHECKS.filter(({ name }) => isProbed || (name !== probe && name !== stranger));
    const lines: string[] = [];
    const deployment = { projectId: 'site', token: 'token', addressOf: google.addressOf, timeoutMs };
    const { exitCode, verdicts } = await consult(deployment, checks, (line) => lines.push(line));
    const odd = Object.fromEntries(Object.entries(verdicts).filter(([, verdict]) => verdict !== 'ok'));
    return { exitCode, odd, said: lines.join('\n') };
  }

  test('that is healthy has an OK line for each check', async () => {
    const { exitCode, said } = await examined({});
    expect([said, exitCode]).toEqual([names.map((name) => OK + name).join('\n'), 0]);
  });

  test.each<Row>([
    ['that shows a stranger messages', [probe, stranger], AT.query, [{ document: {} }], /ANYONE can query: all messages/],
    ['that shows who signs up messages', [probe, stranger], AT.query, [{ document: {} }], /ANYONE WHO SIGNS UP can query: all messages/],
    [
      'that keeps an account of the doctor',
      stranger,
      AT.removal,
      { error: { code: 400 } },
      /created the test account stranger .* Delete it in/,
    ],
    ['without Firestore rules', rules, AT.release, none, /`npm run deploy -- --project site --only firestore:rules`/],
    ['with other Firestore rules', rules, AT.firestoreRules, otherRules, /differ from firestore\.rules/],
    ['without Storage rules', bucketRules, AT.releases, {}, /`npm run deploy -- --project site --only storage`/],
    ['with other Storage rules', bucketRules, AT.storageRules, otherRules, /bucket site\.appspot\.com differ from/],
    ['that tells who has an account', signIn, AT.auth, authSettings({ emailPrivacyConfig: {} }), /Email enumeration protection: https/],
    [
      'with anonymous sign-in',
      signIn,
      AT.auth,
      authSettings({ signIn: { anonymous: { enabled: true }, email: { enabled: true } } }),
      /Anonymous sign-in is on/,
    ],
    ['that forgot its own address', signIn, AT.auth, authSettings({ authorizedDomains: ['a.com'] }), /site\.web\.app is not an authorised/],
    ['that trusts a number', signIn, AT.auth, authSettings({ authorizedDomains: ['site.web.app', '10.0.0.1'] }), /10\.0\.0\.1 is an auth/],
    [
      'without a password policy',
      signIn,
      AT.auth,
      authSettings({ passwordPolicyConfig: undefined }),
      /fewer than 10 characters are accepted/,
    ],
    ['with a policy that only tells', signIn, AT.auth, passwords(undefined, { passwordPolicyEnforcementState: 'OFF' }), /fewer than 10/],
    ['with a policy of six letters', signIn, AT.auth, passwords({ minPasswordLength: 6 }), /`npm run deploy -- --project site`/],
    ['with a policy without a length', signIn, AT.auth, passwords({ containsNumericCharacter: true }), /fewer than 10/],
    ['that lacks a function', caps, AT.functions, { functions: [mailing] }, /The function page is not deployed/],
    ['with an uncapped function', caps, AT.functions, functionWith({}), /The function other has no cap/],
    [
      'with a function for thousands',
      caps,
      AT.functions,
      functionWith({ maxInstanceCount: 1000 }),
      /other can have 1000 instances; the limit is 10/,
    ],
    ['without a paying plan', budget, AT.billing, { billingEnabled: false }, /Choose Blaze: https/],
    [
      'without a budget',
      budget,
      AT.budgets,
      {},
      /`gcloud billing budgets create --billing-account 0-1 .*--filter-projects projects\/site --notifications-rule-pubsub-topic projects\/site\/topics\/budget-alerts`/,
    ],
    ["with another project's budget", budget, AT.budgets, budgetOf({ budgetFilter: { projects: ['projects/7'] } }), /No budget watches/],
    ['with a budget for one service', budget, AT.budgets, budgetOf({ budgetFilter: { services: ['services/1'] } }), /No budget watches/],
    ['with a budget that never warns', budget, AT.budgets, budgetOf({ thresholdRules: [] }), /has no threshold/],
    [
      'with a budget that stops nothing',
      budget,
      AT.budgets,
      budgetOf({ notificationsRule: {} }),
      /No budget stops the site .*site\/topics/,
    ],
    ['with a budget that stops another site', budget, AT.budgets, heardAt('projects/7/topics/budget-alerts'), /No budget stops the site/],
    [
      'whose mail server refuses the password',
      mail,
      AT.mailState,
      { name: 'jobs/mail', fields: { failingSince: { timestampValue: '2026-11-20T10:00:00Z' }, error: { stringValue: 'EAUTH 535' } } },
      /since 2026-11-20T10:00:00Z \(EAUTH 535\)\. The server refuses user or password/,
    ],
    [
      'whose mails come from no address',
      mail,
      AT.functions,
      { functions: [cloudFunction('api', { maxInstanceCount: 10, environmentVariables: { MAIL_FROM: 'foyer' } })], nextPageToken: '2' },
      /MAIL_FROM is no address/,
    ],
    ['with a mistyped breaker', breaker, AT.breaker, breakerOf(mode('reed-only')), /"reed-only" of limits\/breaker doesn't exist/],
    ['with a breaker of a number', breaker, AT.breaker, breakerOf({ mode: { integerValue: '1' } }), /so the site is read-only/],
    [
      'without a secret',
      secrets,
      AT.secret,
      none,
      /`openssl rand -hex 32 \| npx firebase functions:secrets:set RESUME_SECRET --project site/,
    ],
    ['with a destroyed secret', secrets, AT.secret, { versions: [{ state: 'DESTROYED' }] }, /No version of the secret RESUME_SECRET/],
    [
      'with secrets that a builder reads',
      readers,
      AT.secretPolicy,
      fake.secretPolicy('RESUME_SECRET', holds(reader, compute)),
      /42-compute.* can read the secret/,
    ],
    [
      'with secrets for pictures',
      readers,
      AT.secretPolicy,
      fake.secretPolicy('RESUME_SECRET', holds(reader, account('pictures'))),
      /foyer-pictures.* and must not/,
    ],
    [
      'with secrets that a person reads',
      readers,
      AT.secretPolicy,
      fake.secretPolicy('RESUME_SECRET', holds(reader, 'user:eve@x.org')),
      /user:eve@x\.org can/,
    ],
    [
      'with secrets for everyone',
      readers,
      AT.secretPolicy,
      fake.secretPolicy('RESUME_SECRET', holds(reader, 'allUsers')),
      /`gcloud secrets remove-iam-policy-b/,
    ],
    [
      'with codes that the events read',
      readers,
      AT.secretPolicy,
      fake.secretPolicy('RESUME_SECRET', holds(reader, account('events'))),
      /foyer-events.* can read the secret RESUME_SECRET, and must not/,
    ],
    [
      'whose events cannot read the key of pushes',
      readers,
      AT.pushSecretPolicy,
      fake.policyWith((name) => (name === 'api' ? [reader] : [])),
      /foyer-events@.* cannot read the secret VAPID_PRIVATE_KEY/,
    ],
    [
      'whose events cannot read the mail server',
      readers,
      AT.mailSecretPolicy,
      fake.policyWith((name) => (name === 'api' ? [reader] : [])),
      /foyer-events@.* cannot read the secret SMTP_URL/,
    ],
    ['whose API cannot read a secret', readers, AT.secretPolicy, { etag: 'ACAB' }, /foyer-api@.* cannot read the secret RESUME_SECRET/],
    [
      'with a function of the default account',
      own,
      AT.functions,
      ranAs('pictures', '42-compute@x'),
      /pictures runs as 42-compute@x, not as foyer-p/,
    ],
    ['with pictures as the API', own, AT.functions, ranAs('pictures', 'foyer-api@site.iam.gserviceaccount.com'), /Deploy it again/],
    ['that cannot sign', roles, AT.apiPolicy, {}, /foyer-api@\S+ lacks roles\/iam\.serviceAccountTokenCreator on the account foyer-api/],
    ['that can sign under a condition', roles, AT.apiPolicy, { bindings: [{ ...holds(signer, account('api')), ...never }] }, /lacks/],
    [
      'whose pictures can sign as the API',
      roles,
      AT.apiPolicy,
      fake.accountPolicy('api', holds(signer, account('pictures'))),
      /and must not/,
    ],
    [
      'where a stranger signs as the API',
      roles,
      AT.apiPolicy,
      fake.accountPolicy('api', holds(signer, 'user:eve@x.org')),
      /user:eve@x\.org has/,
    ],
    [
      'where anybody starts functions',
      roles,
      AT.picturesPolicy,
      fake.accountPolicy('pictures', holds(deployer, 'allUsers')),
      /allUsers has/,
    ],
    [
      'with a downloaded key',
      roles,
      AT.keys,
      { keys: [{ name: 'projects/site/serviceAccounts/x/keys/k1' }] },
      /keys delete k1 --iam-account/,
    ],
    ['without an account', roles, AT.picturesPolicy, none, /There is no account foyer-pictures@/],
    [
      'that can sign as anybody',
      roles,
      AT.projectPolicy,
      fake.projectPolicy({ ...holds(signer, account('api')), ...never }),
      /projects remove-iam/,
    ],
    [
      'with an Owner',
      roles,
      AT.projectPolicy,
      fake.projectPolicy(holds('roles/owner', account('page'))),
      /foyer-page@\S+ has roles\/owner on the/,
    ],
    [
      'with an Editor',
      roles,
      AT.projectPolicy,
      fake.projectPolicy(holds('roles/editor', account('jobs'))),
      /foyer-jobs@\S+ has roles\/editor/,
    ],
    ['with a custom role', roles, AT.projectPolicy, fake.projectPolicy(holds('projects/site/roles/x', account('views'))), /foyer-views/],
    [
      'with all secrets for builders',
      roles,
      AT.projectPolicy,
      fake.projectPolicy(holds(reader, compute)),
      /42-compute@\S+ has .* and must not/,
    ],
    ['with a role for everyone', roles, AT.projectPolicy, fake.projectPolicy(holds('roles/viewer', 'allAuthenticatedUsers')), /ANYONE has/],
    [
      'with an account without its role',
      roles,
      AT.projectPolicy,
      fake.policyWith((name) => (name === 'views' ? [] : RIGHTS[name].project)),
      /views@/,
    ],
    [
      'whose budget stop is not called',
      roles,
      AT.servicePolicy,
      {},
      /foyer-jobs@\S+ lacks roles\/run\.invoker on the service stoponbudget/,
    ],
    [
      'whose budget stop anybody calls',
      roles,
      AT.servicePolicy,
      fake.servicePolicy('stopOnBudget', holds('roles/run.invoker', 'allUsers')),
      /run services rem/,
    ],
    [
      'with a public bucket',
      bucket,
      AT.bucketPolicy,
      fake.bucketPolicy(holds('roles/storage.objectViewer', 'allUsers')),
      /ANYONE has .*bucket site/,
    ],
    [
      'with a bucket for all accounts',
      bucket,
      AT.bucketPolicy,
      fake.bucketPolicy(holds('x', 'allAuthenticatedUsers')),
      /gs:\/\/site\.appspot\.com/,
    ],
    ['with a bucket for the page', bucket, AT.bucketPolicy, fake.bucketPolicy(holds('roles/storage.admin', account('page'))), /must not/],
    [
      'without a role on the bucket',
      bucket,
      AT.bucketPolicy,
      { bindings: [] },
      /foyer-pictures@\S+ lacks roles\/storage\.objectUser on the bucket/,
    ],
    [
      'with a visitor who has an address',
      linked,
      AT.users,
      { users: [{ localId: 'v_1', email: 'a@b.c' }] },
      /^ +1 visitor has an address/m,
    ],
    [
      'with a visitor who has a password',
      linked,
      AT.users,
      { users: [{ localId: 'v_1', passwordHash: 'x' }] },
      /"localIds":\["v_1"\],"force":true/,
    ],
    [
      'with a visitor at Google',
      linked,
      AT.users,
      { users: [{ localId: 'v_1', providerUserInfo: [{}] }] },
      /projects\/site\/accounts:batchDelete/,
    ],
  ])('%s has exactly that to fix', async (_, check, key, change, sentence) => {
    const { exitCode, odd, said } = await examined({ [key]: change });
    expect([odd, exitCode]).toEqual([Object.fromEntries([check].flat().map((one) => [one, 'mend'])), 1]);
    expect(said).toMatch(sentence);
  });

  test.each<Row>([
    ['that the budget stopped', breaker, AT.breaker, stopped, /read-only, since 2026-11-20T10:00:00Z, because 25\.4 of 25 EUR were spent/],
    ['that the host stopped', breaker, AT.breaker, breakerOf(mode('Existing')), /The breaker is on: existing\. When/],
    [
      'whose builders are Editors',
      roles,
      AT.projectPolicy,
      fake.projectPolicy(holds('roles/editor', compute)),
      /no function here runs as it/,
    ],
    ['without a key for notifications', push, AT.pushKey, { publicKey: null }, /VAPID_PRIVATE_KEY is `off` or not a key/],
    ['without App Check', appCheck, AT.appCheck, {}, /not enforced for Firestore \(OFF\)\. It is optional/],
    [
      'that trusts localhost',
      signIn,
      AT.auth,
      authSettings({ authorizedDomains: ['site.web.app', 'localhost'] }),
      /only development needs it/,
    ],
  ])('%s gets advice and is healthy', async (_, check, key, change, sentence) => {
    const { exitCode, odd, said } = await examined({ [key]: change });
    expect([odd, exitCode]).toEqual([Object.fromEntries([check].flat().map((one) => [one, 'advice'])), 0]);
    expect(said).toMatch(sentence);
  });

  test('without sign-in has that to fix, and no one is signed up', async () => {
    const { exitCode, odd, said } = await examined({ [AT.auth]: none });
    expect([odd, exitCode]).toEqual([{ [signIn]: 'mend', [stranger]: 'unknown' }, 1]);
    expect(said).toMatch(/Authentication is not set up/);
  });

  test('with a budget for the whole account needs no further one', async () => {
    expect((await examined({ [AT.budgets]: budgetOf({ budgetFilter: {} }) })).odd).toEqual({});
  });

  test.each([
    ['a breaker that was put back', AT.breaker, breakerOf(mode('Normal'))],
    ['a stricter password policy', AT.auth, passwords({ minPasswordLength: 14, containsUppercaseCharacter: true })],
    ['a topic named by number', AT.budgets, heardAt('projects/42/topics/budget-alerts')],
    ['accounts without anybody', AT.users, {}],
  ])('with %s is healthy', async (_, key, change) => {
    expect((await examined({ [key]: change })).odd).toEqual({});
  });

  test('with a page that a visitor claimed names that page', async () => {
    const users = [
      { localId: 'v_1', email: 'a@b.c' },
      { localId: 'v_2', email: 'd@e.f' },
    ];
    const none = { error: { code: 404, status: 'NOT_FOUND' } };
    const changes = { [AT.users]: { users }, [AT.linkedPage]: { name: 'x' }, [AT.linkedPage.replace('v_1', 'v_2')]: none };
    const { odd, said } = await examined(changes);
    expect(odd).toEqual({ [linked]: 'mend' });
    expect(said.match(/The page \S+ was claimed with a visitor's user/g)).toEqual([
      "The page managers/v_1 was claimed with a visitor's user",
    ]);
  });

  test('with thousands of accounts is checked to the end', async () => {
    const page = (users: object[], nextPageToken?: string) => ({ users, nextPageToken });
    const managers = Array.from({ length: 1000 }, (_, index) => ({ localId: `m${index}`, email: `m${index}@example.com` }));
    const visitors = Array.from({ length: 60 }, (_, index) => ({ localId: `v_${index}`, email: `v${index}@example.com` }));
    const none = { error: { code: 404, status: 'NOT_FOUND' } };
    const pages = visitors.map(({ localId }) => [AT.linkedPage.replace('v_1', localId), none]);
    const found = { [AT.users]: page(managers, '2/3'), [`${AT.users}&nextPageToken=2%2F3`]: page(visitors) };
    const { odd, said } = await examined({ ...Object.fromEntries(pages), ...found });
    expect(odd).toEqual({ [linked]: 'mend' });
    expect(said).toMatch(/60 visitors have an address/);
    expect(said).toMatch(/"v_49"\].*Run the doctor again for the other 10\./);
  });

  test('with endless accounts has its first ones checked', async () => {
    const endless = { users: [{ localId: 'v_1' }], nextPageToken: 'x' };
    const { exitCode, odd, said } = await examined({ [AT.users]: endless, [`${AT.users}&nextPageToken=x`]: endless });
    expect([odd, exitCode]).toEqual([{ [linked]: 'unknown' }, 2]);
    expect(said).toMatch(/Only the first 100000 accounts were checked/);
  });

  test('deletes the account that the probe made, even if the probe fails', async () => {
    await examined({ [AT.query]: SILENCE }, 1500);
    expect(google.asked.filter((key) => key === AT.removal)).toHaveLength(1);
  });

  // Several checks request the functions, and two make requests as a stranger.
  test.each<[what: string, checks: string[], key: string, change: unknown, sentence: RegExp]>([
    ['is switched off', [secrets], AT.secret, disabled, /`gcloud services enable off\.googleapis\.com --project site`/],
    [
      'is kept from us',
      [secrets],
      AT.secret,
      { error: { code: 403, message: 'Not\nyours' } },
      /an owner of the project\. Google says: Not yours/,
    ],
    ['refuses the credentials', [secrets], AT.secret, { error: { code: 401 } }, /`gcloud auth application-default login`/],
    ['breaks', [secrets], AT.secret, { error: { code: 500 } }, /secretmanager\.googleapis\.com answered 500\. Try again/],
    ['is silent', [secrets], AT.secret, SILENCE, /did not answer within 3 s/],
    ['talks nonsense', [secrets], AT.secret, NONSENSE, /something that is not JSON/],
    ['has changed its form', [secrets], AT.secret, { versions: 'all' }, /a format that the doctor doesn't know/],
    ['knows a part of the world', [caps, own, roles, mail], AT.functions, { unreachable: ['moon-1'] }, /can't reach moon-1/],
    ['never ends', [caps, own, roles, mail], AT.functionsNext, { nextPageToken: '2' }, /more than 50 pages/],
    [
      'has no database',
      [probe, stranger],
      AT.query,
      { error: { code: 404, message: 'The database (default) does not exist' } },
      /answered 404 to query/,
    ],
    ['is off, and so refuses strangers', [probe, stranger], AT.query, disabled, /answered 403 to query/],
    ['takes no new accounts', [stranger], AT.auth, authSettings({ signIn: { email: { enabled: false } } }), /No one can sign up with an/],
    ['refuses new accounts', [stranger], AT.signUp, { error: { code: 400, message: 'ADMIN_ONLY_OPERATION' } }, /Google says: ADMIN_ONLY/],
    ['has no bucket', [bucket], AT.bucket, none, /There is no default bucket\. Create it: https/],
    ['has nothing to say to strangers', [probe, stranger], AT.query, SILENCE, /did not answer/],
  ])('with a service that %s has unchecked lines', async (_, checks, key, change, sentence) => {
    const { exitCode, odd, said } = await examined({ [key]: change }, change === SILENCE ? 3000 : undefined);
    expect([odd, exitCode]).toEqual([Object.fromEntries(checks.map((check) => [check, 'unknown'])), 2]);
    expect(said).toMatch(sentence);
  });

  test('whose every service fails is reported on every line', async () => {
    const { exitCode, odd } = await examined(Object.fromEntries(Object.values(AT).map((key) => [key, { error: { code: 503 } }])));
    expect([odd, exitCode]).toEqual([Object.fromEntries(names.map((name) => [name, 'unknown'])), 2]);
  });
});
