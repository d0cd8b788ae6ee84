import { appCheck } from './app-check.ts';
import { budgetAlert } from './budget-alert.ts';
import { deployedFirestoreRules, deployedStorageRules } from './deployed-rules.ts';
import type { Check } from './finding.ts';
import { instanceCaps } from './instance-caps.ts';
import { anonymousProbe } from './probe.ts';
import { secrets } from './secrets.ts';
import { signIn } from './sign-in.ts';
import { signingRole } from './signing-role.ts';

/** Everything that a real deployment is asked, the gravest first. */
export const CHECKS: readonly Check[] = [
  { name: 'nobody reads or writes without signing in', run: anonymousProbe },
  { name: 'the deployed Firestore rules are firestore.rules', run: deployedFirestoreRules },
  { name: 'the deployed Storage rules are storage.rules', run: deployedStorageRules },
  { name: 'sign-in is set up', run: signIn },
  { name: 'every function is there, with a cap on its instances', run: instanceCaps },
  { name: 'a budget alert watches the project', run: budgetAlert },
  { name: 'every secret has an enabled version', run: secrets },
  { name: 'the functions sign as themselves and as nobody else', run: signingRole },
  { name: 'App Check is enforced', run: appCheck },
];

/** What can be asked of the Firestore emulator. */
export const EMULATOR_CHECKS: readonly Check[] = CHECKS.filter(({ run }) => run === anonymousProbe);
