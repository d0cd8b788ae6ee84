import { createRequire } from 'node:module';
import { BUDGET_TOPIC } from '@foyer/functions/service-accounts';
import { beforeAll, describe, expect, test } from 'vitest';
import { emailOf, RIGHTS } from '../set-up/accounts.ts';
import { functionAccounts, functionNames, secretNames } from './source.ts';

/** What firebase-tools reads of a function. */
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

/** As firebase-tools reads it while it deploys to the project `site`. */
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

  test('are those that the doctor reads in their source', async () => {
    expect([...endpoints.keys()].toSorted()).toEqual((await functionNames()).toSorted());
  });

  test('run as the accounts that the doctor reads in their source, and none as the default one', async () => {
    const accounts = await functionAccounts();
    for (const [name, { serviceAccountEmail }] of endpoints) {
      const account = accounts.get(name);
      // The short form would be refused in policies of secrets and in schedules.
      expect([name, resolved(serviceAccountEmail)]).toEqual([name, account && emailOf(account, 'site')]);
    }
  });

  test('get secrets only where their account may read them, and all of them', async () => {
    const accounts = await functionAccounts();
    for (const [name, { secretEnvironmentVariables = [] }] of endpoints) {
      const mayRead = RIGHTS[accounts.get(name) ?? 'page'].secrets !== undefined;
      const expected = mayRead ? await secretNames() : [];
      expect([name, secretEnvironmentVariables.map(({ key }) => key)]).toEqual([name, expected]);
    }
  });

  test('are capped, and the budget stop listens to the topic of the budget', () => {
    for (const [name, { maxInstances }] of endpoints) expect([name, (maxInstances ?? 99) <= 10]).toEqual([name, true]);
    expect(endpoints.get('stopOnBudget')?.eventTrigger?.eventFilters).toEqual({ topic: BUDGET_TOPIC });
  });
});

test('no account but the API signs, and none holds a role over the whole project', () => {
  const broad = /owner|editor|admin$|tokenCreator|serviceAccountUser|secretmanager/i;
  for (const [name, { project, self = [] }] of Object.entries(RIGHTS)) {
    expect([name, project.filter((role) => broad.test(role) && role !== 'roles/firebaseauth.admin')]).toEqual([name, []]);
    expect([name, self.length > 0]).toEqual([name, name === 'api']);
  }
});
