import { createRequire } from 'node:module';
import { BUDGET_TOPIC } from '@foyer/functions/service-accounts';
import { beforeAll, describe, expect, test } from 'vitest';
import { emailOf, RIGHTS } from '../set-up/accounts.ts';
import { functionAccounts, functionNames, secretNames } from './source.ts';

interface Endpoint {
  serviceAccountEmail?: { toCEL(): string };
  maxInstances?: number;
  secretEnvironmentVariables?: { key: string }[];
  eventTrigger?: { eventFilters: Record<string, string> };
}

interface ParamsOfTools {
  ParamValue: new (value: string, internal: boolean, types: { string: boolean }) => object;
  resolveString(text: string, params: Record<string, object>): string;
}

/** Resolves an account as firebase-tools does when it deploys to the project `site`. */
function resolved(account: { toCEL(): string } | undefined): string | undefined {
  const { ParamValue, resolveString }: ParamsOfTools = createRequire(import.meta.url)('firebase-tools/lib/deploy/functions/params');
  return account && resolveString(account.toCEL(), { PROJECT_ID: new ParamValue('site', true, { string: true }) });
}

describe('the deployed functions', () => {
  let endpoints: Map<string, Endpoint>;
  beforeAll(async () => {
    process.env.GCLOUD_PROJECT = 'site';
    const functions = Object.entries((await import('@foyer/functions/index')) as Record<string, { __endpoint: Endpoint }>);
    endpoints = new Map(functions.map(([name, { __endpoint }]) => [name, __endpoint]));
  });

  test('match the names that the doctor reads from the source', async () => {
    expect([...endpoints.keys()].toSorted()).toEqual((await functionNames()).toSorted());
  });

  test('run as the accounts that the doctor reads from the source, never as the default one', async () => {
    const accounts = await functionAccounts();
    for (const [name, { serviceAccountEmail }] of endpoints) {
      const account = accounts.get(name);
      // Policies of secrets and schedules refuse the short form.
      expect([name, resolved(serviceAccountEmail)]).toEqual([name, account && emailOf(account, 'site')]);
    }
  });

  test('get the secrets that their account can read, and no others', async () => {
    const accounts = await functionAccounts();
    for (const [name, { secretEnvironmentVariables = [] }] of endpoints) {
      const { secrets = [] } = RIGHTS[accounts.get(name) ?? 'page'];
      expect([name, secretEnvironmentVariables.map(({ key }) => key)]).toEqual([name, secrets]);
    }
    expect((await secretNames()).toSorted()).toEqual([...(RIGHTS.api.secrets ?? [])].toSorted());
  });

  test('have an instance cap, and the budget stop listens to the budget topic', () => {
    for (const [name, { maxInstances }] of endpoints) expect([name, (maxInstances ?? 99) <= 10]).toEqual([name, true]);
    expect(endpoints.get('stopOnBudget')?.eventTrigger?.eventFilters).toEqual({ topic: BUDGET_TOPIC });
  });
});

test('lets only the API sign, and gives no account a broad project role', () => {
  const broad = /owner|editor|admin$|tokenCreator|serviceAccountUser|secretmanager/i;
  for (const [name, { project, self = [] }] of Object.entries(RIGHTS)) {
    expect([name, project.filter((role) => broad.test(role) && role !== 'roles/firebaseauth.admin')]).toEqual([name, []]);
    expect([name, self.length > 0]).toEqual([name, name === 'api']);
  }
});
