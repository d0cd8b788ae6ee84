import { z } from 'zod';
import { Unanswered } from './answer.ts';
import { type Finding, mend } from './finding.ts';
import { deployedFunctions } from './functions.ts';
import type { Deployment, Google } from './google.ts';
import { functionNames } from './source.ts';

const ROLE = 'roles/iam.serviceAccountTokenCreator';
const Policy = z.object({
  bindings: z
    .array(z.object({ role: z.string(), members: z.array(z.string()).default([]), condition: z.unknown().optional() }))
    .default([]),
});
type Policy = z.output<typeof Policy>;
/** Asked for an older version, Google hides what depends on a condition. */
const POLICY_VERSION = 3;

/** The functions' account signs visitors' tokens as itself. On the whole project the role would let it sign as anybody. */
export async function signingRole(google: Google, deployment: Deployment): Promise<Finding[]> {
  const { projectId } = deployment;
  const names = await functionNames();
  const ours = (await deployedFunctions(google, deployment)).filter(({ name }) => names.includes(name));
  const accounts = new Set(ours.flatMap(({ serviceConfig }) => serviceConfig.serviceAccountEmail ?? []));
  if (accounts.size === 0) throw new Unanswered('No function tells which account it runs as. Deploy the functions, and try again.');
  const project = await google.post(
    'cloudresourcemanager.googleapis.com',
    `v1/projects/${projectId}:getIamPolicy`,
    { options: { requestedPolicyVersion: POLICY_VERSION } },
    Policy,
  );
  const findings = [...accounts].map(async (account) => {
    const path = `v1/projects/-/serviceAccounts/${account}:getIamPolicy?options.requestedPolicyVersion=${POLICY_VERSION}`;
    const own = await google.post('iam.googleapis.com', path, null, Policy);
    const grant = `--member serviceAccount:${account} --role ${ROLE}`;
    return [
      ...(holders(own).some(({ member, isAlways }) => member === `serviceAccount:${account}` && isAlways)
        ? []
        : [
            mend(
              `The functions cannot sign visitors' tokens, so threads poll. Grant it: \`gcloud iam service-accounts add-iam-policy-binding ${account} ${grant} --project ${projectId}\`.`,
            ),
          ]),
      ...(holders(project).some(({ member }) => member === `serviceAccount:${account}`)
        ? [
            mend(
              `The functions may sign as every account of the project. Take it back: \`gcloud projects remove-iam-policy-binding ${projectId} ${grant} --all\`.`,
            ),
          ]
        : []),
    ];
  });
  return (await Promise.all(findings)).flat();
}

function holders(policy: Policy | null): { member: string; isAlways: boolean }[] {
  const bindings = policy?.bindings.filter(({ role }) => role === ROLE) ?? [];
  return bindings.flatMap(({ members, condition }) => members.map((member) => ({ member, isAlways: condition === undefined })));
}
