import { Unanswered } from '../google/answer.ts';
import { deployedFunctions } from '../google/functions.ts';
import type { Deployment, Google } from '../google/google.ts';
import { emailOf } from '../set-up/accounts.ts';
import { type Finding, mend } from './finding.ts';
import { functionAccounts } from './source.ts';

/** Checks that each deployed function runs as its account (functions/src/index.ts). `instanceCaps` reports missing functions. */
export async function ownAccounts(google: Google, deployment: Deployment): Promise<Finding[]> {
  const accounts = await functionAccounts();
  const deployed = (await deployedFunctions(google, deployment)).filter(({ name }) => accounts.has(name));
  if (deployed.length === 0) throw new Unanswered('No function is deployed. Deploy them and try again.');
  return deployed.flatMap(({ name, serviceConfig: { serviceAccountEmail = 'an unknown account' } }) => {
    const account = accounts.get(name);
    if (account === undefined || serviceAccountEmail === emailOf(account, deployment.projectId)) return [];
    return [
      mend(
        `The function ${name} runs as ${serviceAccountEmail}, not as ${emailOf(account, deployment.projectId)}. Deploy it again: \`npm run deploy -- --project ${deployment.projectId}\`.`,
      ),
    ];
  });
}
