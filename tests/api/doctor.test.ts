import { execFile } from 'node:child_process';
import { paths } from '@foyer/domain/paths';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attempts } from '../../scripts/doctor/attempts.ts';
import { CHECKS } from '../../scripts/doctor/checks.ts';
import { consult } from '../../scripts/doctor/consult.ts';
import { ROOT } from '../../scripts/emulators/run-folder.ts';
import { emulators } from '../support/emulators.ts';
import * as fake from '../support/fake-google.ts';
import { AT, authSettings, cloudFunction, NONSENSE, SILENCE, signingPolicy } from '../support/fake-google.ts';

const { firestore, projectId: demo, runFolder } = emulators();
const emulator = `${firestore.host}:${firestore.port}`;
const OK = 'ok                    ';

/** The doctor as a person runs it, on a machine without credentials. */
function doctor(...args: string[]): Promise<{ exitCode: unknown; said: string }> {
  const env = { PATH: process.env.PATH, HOME: runFolder, METADATA_SERVER_DETECTION: 'none' };
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/doctor.ts', ...args], { cwd: ROOT, env }, (error, stdout, stderr) =>
      resolve({ exitCode: error?.code ?? 0, said: stdout + stderr }),
    );
  });
}

describe('a stranger', () => {
  const open = `demo-open-door-${process.pid}`;
  const content = `rules_version = '2';
    service cloud.firestore { match /databases/{database}/documents { match /{path=**} { allow read, write: if true; } } }`;

  // The first requests to a fresh emulator take seconds on a busy machine, and the doctor has a time limit.
  beforeAll(() => doctor('--project', demo, '--emulators', emulator));

  test('is refused everywhere by the rules of this repository', async () => {
    const { exitCode, said } = await doctor('--project', demo, '--emulators', emulator);
    expect([said, exitCode]).toEqual([`${OK}nobody reads or writes without signing in\n`, 0]);
  });

  test('who is let in by open rules is told of, and what the doctor made is gone again', async () => {
    const body = JSON.stringify({ rules: { files: [{ name: 'firestore.rules', content }] } });
    const rules = await fetch(`http://${emulator}/emulator/v1/projects/${open}:securityRules`, { method: 'PUT', body });
    expect(rules.status).toBe(200);
    const { exitCode, said } = await doctor('--project', open, '--emulators', emulator);
    expect(exitCode).toBe(1);
    expect(said).toMatch(/^TO MEND +nobody reads or writes without signing in\n +ANYBODY/);
    for (const { verb, place } of attempts())
      expect(said).toContain(`ANYBODY can ${verb === 'query' ? verb : 'get, list, create'}: ${place}\n`);
    expect(said).toContain(`Deploy the rules now: \`npm run deploy -- --project ${open} --only firestore:rules\`.`);
    expect(said).not.toContain('could not remove');
    const address = `http://${emulator}/v1/projects/${open}/databases/(default)/documents:listCollectionIds`;
    const left = await fetch(address, { method: 'POST', headers: { authorization: 'Bearer owner' }, body: '{}' });
    expect(await left.json()).toEqual({});
  });

  test('is tried on every collection that domain/paths.ts names', () => {
    const { conversationsOfAll: _, picturesOfAll: __, messagesOfAll: ___, ...named } = paths;
    const collections = Object.values(named as Record<string, (...ids: string[]) => string>).map((path) => {
      const segments = path('*', '*', '*').split('/');
      return segments.slice(0, segments.length % 2 === 1 ? undefined : -1).join('/');
    });
    expect(attempts().map(({ place }) => place)).toEqual(expect.arrayContaining(collections));
  });
});

describe('who runs the doctor', () => {
  test.each([
    [
      'without credentials learns how to get them',
      ['--project', 'x'],
      /^\nThere are no credentials .*`gcloud auth application-default login`/,
    ],
    ['without a project is asked for one', [], /^\nWhich project\?/],
    ['on a demo project is asked for the emulators', ['--project', 'demo-x'], /^\ndemo-x exists in emulators only/],
    ['on a real project cannot take emulators for it', ['--project', 'x', '--emulators', emulator], /^\nEmulators say nothing about x/],
  ])('%s', async (_, args, sentence) => {
    const { exitCode, said } = await doctor(...args);
    expect([exitCode, said.trim().split('\n').length]).toEqual([2, 1]);
    expect(said).toMatch(sentence);
  });
});

describe('a deployment', () => {
  type Row = [what: string, check: string, key: string, change: unknown, sentence: RegExp];
  const none = { error: { code: 404, status: 'NOT_FOUND' } };
  const detail = { '@type': 'google.rpc.ErrorInfo', reason: 'SERVICE_DISABLED', metadata: { service: 'off.googleapis.com' } };
  const disabled = { error: { code: 403, status: 'PERMISSION_DENIED', details: [{ '@type': 'google.rpc.Help' }, detail] } };
  const otherRules = { source: { files: [{ content: 'allow read;' }] } };
  const budgetOf = (budgetFilter: object, ...thresholdRules: object[]) => ({ budgets: [{ budgetFilter, thresholdRules }] });
  const functionWith = (serviceConfig: object) => ({
    functions: [cloudFunction('api'), cloudFunction('other', serviceConfig)],
    nextPageToken: '2',
  });
  const never = signingPolicy({ condition: { expression: 'false' } });
  const names = CHECKS.map(({ name }) => name);
  const [probe = '', rules = '', bucket = '', signIn = '', caps = '', budget = '', secrets = '', role = '', appCheck = ''] = names;

  let google: fake.FakeGoogle;
  beforeAll(async () => {
    google = await fake.startFakeGoogle();
  });
  afterAll(() => google.stop());

  async function examined(changes: fake.Answers, timeoutMs = 20_000) {
    google.changeTo(changes);
    const lines: string[] = [];
    const deployment = { projectId: 'site', token: 'token', addressOf: google.addressOf, timeoutMs };
    const { exitCode, verdicts } = await consult(deployment, CHECKS, (line) => lines.push(line));
    const odd = Object.fromEntries(Object.entries(verdicts).filter(([, verdict]) => verdict !== 'ok'));
    return { exitCode, odd, said: lines.join('\n') };
  }

  test('that is healthy has a good line for each check', async () => {
    const { exitCode, said } = await examined({});
    expect([said, exitCode]).toEqual([names.map((name) => OK + name).join('\n'), 0]);
  });

  test.each<Row>([
    ['that shows a stranger messages', probe, AT.query, [{ document: {} }], /ANYBODY can query: all messages/],
    ['without Firestore rules', rules, AT.release, none, /`npm run deploy -- --project site --only firestore:rules`/],
    ['with other Firestore rules', rules, AT.firestoreRules, otherRules, /not those of firestore\.rules here/],
    ['without Storage rules', bucket, AT.releases, {}, /`npm run deploy -- --project site --only storage`/],
    ['with other Storage rules', bucket, AT.storageRules, otherRules, /bucket site\.appspot\.com are not those/],
    ['that tells who has an account', signIn, AT.auth, authSettings({ emailPrivacyConfig: {} }), /Email enumeration protection: https/],
    ['with anonymous sign-in', signIn, AT.auth, authSettings({ signIn: { anonymous: { enabled: true } } }), /Anonymous sign-in is on/],
    ['that forgot its own address', signIn, AT.auth, authSettings({ authorizedDomains: ['a.com'] }), /site\.web\.app is no authorised/],
    ['that trusts a number', signIn, AT.auth, authSettings({ authorizedDomains: ['site.web.app', '10.0.0.1'] }), /10\.0\.0\.1 is an auth/],
    ['without sign-in', signIn, AT.auth, none, /Authentication is not set up/],
    ['that lacks a function', caps, AT.functions, { functions: [cloudFunction('api')] }, /The function page is not deployed/],
    ['with an uncapped function', caps, AT.functions, functionWith({}), /The function other has no cap/],
    ['with a function for thousands', caps, AT.functions, functionWith({ maxInstanceCount: 1000 }), /other may have 1000 instances; 10 is/],
    ['without a paying plan', budget, AT.billing, { billingEnabled: false }, /Choose Blaze: https/],
    [
      'without a budget',
      budget,
      AT.budgets,
      {},
      /`gcloud billing budgets create --billing-account 0-1 .*--filter-projects projects\/site`/,
    ],
    ["with another project's budget", budget, AT.budgets, budgetOf({ projects: ['projects/7'] }, {}), /No budget watches/],
    ['with a budget for one service', budget, AT.budgets, budgetOf({ services: ['services/1'] }, {}), /No budget watches/],
    ['with a budget that never warns', budget, AT.budgets, budgetOf({ projects: ['projects/42'] }), /has no threshold/],
    [
      'without a secret',
      secrets,
      AT.secret,
      none,
      /`openssl rand -hex 32 \| npx firebase functions:secrets:set RESUME_SECRET --project site/,
    ],
    ['with a destroyed secret', secrets, AT.secret, { versions: [{ state: 'DESTROYED' }] }, /No version of the secret RESUME_SECRET/],
    ['that cannot sign', role, AT.ownPolicy, {}, /`gcloud iam service-accounts add-iam-policy-binding 42-c@x .* --project site`/],
    ['that can sign under a condition', role, AT.ownPolicy, never, /cannot sign/],
    ['that can sign as anybody', role, AT.projectPolicy, never, /`gcloud projects remove-iam-policy-binding site .* --all`/],
  ])('%s has exactly that to mend', async (_, check, key, change, sentence) => {
    const { exitCode, odd, said } = await examined({ [key]: change });
    expect([odd, exitCode]).toEqual([{ [check]: 'mend' }, 1]);
    expect(said).toMatch(sentence);
  });

  test.each<Row>([
    ['without App Check', appCheck, AT.appCheck, {}, /not enforced for Firestore \(OFF\)\. It is optional/],
    [
      'that trusts localhost',
      signIn,
      AT.auth,
      authSettings({ authorizedDomains: ['site.web.app', 'localhost'] }),
      /only development needs it/,
    ],
  ])('%s is advised, and passes', async (_, check, key, change, sentence) => {
    const { exitCode, odd, said } = await examined({ [key]: change });
    expect([odd, exitCode]).toEqual([{ [check]: 'advice' }, 0]);
    expect(said).toMatch(sentence);
  });

  test('with a budget for the whole account needs none of its own', async () => {
    expect((await examined({ [AT.budgets]: budgetOf({}, {}) })).odd).toEqual({});
  });

  // Two checks ask for the functions.
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
    ['has changed its form', [secrets], AT.secret, { versions: 'all' }, /a form that this doctor does not know/],
    ['knows a part of the world', [caps, role], AT.functions, { unreachable: ['moon-1'] }, /cannot reach moon-1/],
    ['never ends', [caps, role], AT.functionsNext, { nextPageToken: '2' }, /more than 50 pages/],
    [
      'has no database',
      [probe],
      AT.query,
      { error: { code: 404, message: 'The database (default) does not exist' } },
      /answered 404 to query/,
    ],
    ['is off, and so refuses strangers', [probe], AT.query, disabled, /answered 403 to query/],
    ['has nothing to say to strangers', [probe], AT.query, SILENCE, /did not answer/],
  ])('one of whose services %s could not be checked there', async (_, checks, key, change, sentence) => {
    const { exitCode, odd, said } = await examined({ [key]: change }, change === SILENCE ? 3000 : undefined);
    expect([odd, exitCode]).toEqual([Object.fromEntries(checks.map((check) => [check, 'unknown'])), 2]);
    expect(said).toMatch(sentence);
  });

  test('whose every service breaks is told so, line by line', async () => {
    const { exitCode, odd } = await examined(Object.fromEntries(Object.values(AT).map((key) => [key, { error: { code: 503 } }])));
    expect([odd, exitCode]).toEqual([Object.fromEntries(names.map((name) => [name, 'unknown'])), 2]);
  });
});
