import { accountRoles, bucketAccess } from './account-roles.ts';
import { appCheck } from './app-check.ts';
import { breaker } from './breaker.ts';
import { budgetAlert } from './budget-alert.ts';
import { deployedFirestoreRules, deployedStorageRules } from './deployed-rules.ts';
import type { Check } from './finding.ts';
import { ownAccounts } from './function-accounts.ts';
import { instanceCaps } from './instance-caps.ts';
import { linkedVisitors } from './linked-visitors.ts';
import { anonymousProbe, strangerProbe } from './probe.ts';
import { secretAccess, secrets } from './secrets.ts';
import { signIn } from './sign-in.ts';

/** Everything that a real deployment is asked, the gravest first. */
export const CHECKS: readonly Check[] = [
  { name: 'nobody reads or writes without signing in', run: anonymousProbe },
  { name: 'nobody reads or writes by signing up', run: strangerProbe },
  { name: 'the deployed Firestore rules are firestore.rules', run: deployedFirestoreRules },
  { name: 'the deployed Storage rules are storage.rules', run: deployedStorageRules },
  { name: 'sign-in is set up', run: signIn },
  { name: 'no visitor has an address or a password', run: linkedVisitors },
  { name: 'every function is there, with a cap on its instances', run: instanceCaps },
  { name: 'a budget watches the project and stops the site', run: budgetAlert },
  { name: 'the breaker is off', run: breaker },
  { name: 'every secret has an enabled version', run: secrets },
  { name: 'nobody but the API reads the secrets', run: secretAccess },
  { name: 'every function runs as the account of its level of trust', run: ownAccounts },
  { name: "the functions' accounts have their own roles and no others", run: accountRoles },
  { name: 'only the functions reach the bucket', run: bucketAccess },
  { name: 'App Check is enforced', run: appCheck },
];

/** What can be asked of emulators: without that of Authentication, nobody can sign up. */
export function emulatorChecks(hasAuth: boolean): readonly Check[] {
  return CHECKS.filter(({ run }) => run === anonymousProbe || (hasAuth && run === strangerProbe));
}
