import { deployedFunctions } from '../google/functions.ts';
import type { Deployment, Google } from '../google/google.ts';
import { type Finding, mend } from './finding.ts';
import { functionNames } from './source.ts';

/** The real bound on a bill: a budget reacts hours late. */
const MAX_INSTANCES = 10;

/** Checks that every function of the source is deployed, and that every function of the project has an instance cap. */
export async function instanceCaps(google: Google, deployment: Deployment): Promise<Finding[]> {
  const deploy = `\`npm run deploy -- --project ${deployment.projectId} --only functions\``;
  const deployed = await deployedFunctions(google, deployment);
  const missing = (await functionNames()).filter((name) => !deployed.some((one) => one.name === name));
  return [
    ...missing.map((name) => mend(`The function ${name} is not deployed. Deploy it: ${deploy}.`)),
    ...deployed.flatMap(({ name, serviceConfig: { maxInstanceCount } }) => {
      if (maxInstanceCount !== undefined && maxInstanceCount >= 1 && maxInstanceCount <= MAX_INSTANCES) return [];
      const cap = maxInstanceCount ? `can have ${maxInstanceCount} instances` : 'has no cap on its instances';
      return [
        mend(`The function ${name} ${cap}; the limit is ${MAX_INSTANCES}. Set \`maxInstances\` in functions/src/index.ts, then ${deploy}.`),
      ];
    }),
  ];
}
