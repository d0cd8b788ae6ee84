import { deployedFunctions } from '../google/functions.ts';
import type { Deployment, Google } from '../google/google.ts';
import { type Finding, mend } from './finding.ts';
import { functionNames } from './source.ts';

/** The real bound on a bill: a budget only warns, and late. */
const MAX_INSTANCES = 10;

/** Everything that the source deploys is there, and nothing in the project can grow without end. */
export async function instanceCaps(google: Google, deployment: Deployment): Promise<Finding[]> {
  const deploy = `\`npm run deploy -- --project ${deployment.projectId} --only functions\``;
  const deployed = await deployedFunctions(google, deployment);
  const missing = (await functionNames()).filter((name) => !deployed.some((one) => one.name === name));
  return [
    ...missing.map((name) => mend(`The function ${name} is not deployed. Deploy it: ${deploy}.`)),
    ...deployed.flatMap(({ name, serviceConfig: { maxInstanceCount } }) => {
      if (maxInstanceCount !== undefined && maxInstanceCount >= 1 && maxInstanceCount <= MAX_INSTANCES) return [];
      const cap = maxInstanceCount ? `may have ${maxInstanceCount} instances` : 'has no cap on its instances';
      return [
        mend(`The function ${name} ${cap}; ${MAX_INSTANCES} is the most. Set \`maxInstances\` in functions/src/index.ts, then ${deploy}.`),
      ];
    }),
  ];
}
