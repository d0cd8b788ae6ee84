import { accountRoles, bucketAccess } from './account-roles.ts';
import { appCheck } from './app-check.ts';
import { breaker } from './breaker.ts';
import { budgetAlert } from './budget-alert.ts';
import { deployedFirestoreRules, deployedStorageRules } from './deployed-rules.ts';
import type { Check } from './finding.ts';
import { ownAccounts } from './function-accounts.ts';
import { instanceCaps } from './instance-caps.ts';
import { linkedVisitors } from './linked-visitors.ts';
import { mail } from './mail.ts';
import { anonymousProbe, strangerProbe } from './probe.ts';
import { pushKey } from './push-key.ts';
import { secretAccess, secrets } from './secrets.ts';
import { signIn } from './sign-in.ts';

/** The checks for a real deployment, most serious first. */
export const CHECKS: readonly Check[] = [
  { name: 'no access without signing in', run: anonymousProbe },
  { name: 'no access by signing up', run: strangerProbe },
  { name: 'the deployed Firestore rules are firestore.rules', run: deployedFirestoreRules },
  { name: 'the deployed Storage rules are storage.rules', run: deployedStorageRules },
  { name: 'sign-in is set up', run: signIn },
  { name: 'no visitor has an address or a password', run: linkedVisitors },
  { name: 'every function is deployed with an instance cap', run: instanceCaps },
  { name: 'a budget watches the project and stops the site', run: budgetAlert },
  { name: 'the breaker is off', run: breaker },
  { name: 'every secret has an enabled version', run: secrets },
  { name: 'only the functions that need a secret can read it', run: secretAccess },
  { name: 'every function runs as the account of its level of trust', run: ownAccounts },
  { name: "the functions' accounts have exactly their own roles", run: accountRoles },
  { name: 'only the functions can access the bucket', run: bucketAccess },
  { name: 'App Check is enforced', run: appCheck },
  { name: 'mail works', run: mail },
  { name: 'the site can send notifications', run: pushKey },
];

/** The checks for emulators. Signing up needs the Authentication emulator. */
export function emulatorChecks(hasAuth: boolean): readonly Check[] {
  return CHECKS.filter(({ run }) => run === anonymousProbe || (hasAuth && run === strangerProbe));
}
