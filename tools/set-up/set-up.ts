import { z } from 'zod';
import { Unanswered } from '../google/answer.ts';
import { deployedFunctions } from '../google/functions.ts';
import { type Deployment, openGoogle } from '../google/google.ts';
import { accountPlace, bucketPlace, defaultBucket, type Place, projectPlace, servicePlace } from '../google/policy.ts';
import { ACCOUNT_NAMES, type AccountName, emailOf, idOf, memberOf, RIGHTS } from './accounts.ts';
import { type Grant, grantRoles } from './grant-roles.ts';
import { enforcePasswords } from './password-policy.ts';

const Account = z.object({ email: z.string() });

type Print = (line: string) => void;

/**
 * Prepares a project for its functions: service accounts with the roles of `RIGHTS`, and the password policy. Adds missing parts, removes
 * nothing, and prints what it did; if nothing is missing, it only reads.
 */
export async function setUp(deployment: Deployment, print: Print, pauseMs?: number): Promise<void> {
  const { projectId } = deployment;
  const google = openGoogle(deployment);
  for (const name of ACCOUNT_NAMES) {
    const path = `v1/projects/${projectId}/serviceAccounts`;
    if ((await google.get('iam.googleapis.com', `${path}/${emailOf(name, projectId)}`, Account)) !== null) continue;
    const account = { displayName: `Foyer: ${name}`, description: RIGHTS[name].description };
    await google.post('iam.googleapis.com', path, { accountId: idOf(name), serviceAccount: account }, Account);
    print(`Created the service account ${emailOf(name, projectId)}.`);
  }
  const grant = async (place: Place, rightsOf: (name: AccountName) => readonly string[]) => {
    const added = await grantRoles(google, place, grantsOf(projectId, rightsOf), pauseMs);
    for (const one of added) print(sentenceOf(one, place));
  };
  await grant(projectPlace(projectId), (name) => RIGHTS[name].project);
  for (const name of ACCOUNT_NAMES)
    await grant(accountPlace(emailOf(name, projectId), projectId), (one) => (one === name ? (RIGHTS[name].self ?? []) : []));
  const bucket = await defaultBucket(google, projectId);
  if (bucket === null)
    throw new Unanswered(`There is no default bucket. Create it: https://console.firebase.google.com/project/${projectId}/storage.`);
  await grant(bucketPlace(bucket), (name) => RIGHTS[name].bucket ?? []);

  const isNew = await enforcePasswords(google, projectId);
  if (isNew === null)
    throw new Unanswered(
      `Authentication is not set up. Set it up: https://console.firebase.google.com/project/${projectId}/authentication.`,
    );
  if (isNew) print('Set the password policy.');
}

/** Lets the account of an event-triggered function call it. The function must be deployed first. */
export async function allowEvents(deployment: Deployment, print: Print): Promise<void> {
  const google = openGoogle(deployment);
  const deployed = await deployedFunctions(google, deployment);
  for (const name of ACCOUNT_NAMES) {
    for (const [id, roles] of Object.entries(RIGHTS[name].services ?? {})) {
      const service = deployed.find((one) => one.name === id)?.serviceConfig.service;
      if (service === undefined) continue;
      const place = servicePlace(service);
      const grants = grantsOf(deployment.projectId, (one) => (one === name ? roles : []));
      for (const one of await grantRoles(google, place, grants)) print(sentenceOf(one, place));
    }
  }
}

function grantsOf(projectId: string, rightsOf: (name: AccountName) => readonly string[]): Grant[] {
  return ACCOUNT_NAMES.flatMap((name) => rightsOf(name).map((role) => ({ role, member: memberOf(name, projectId) })));
}

function sentenceOf({ role, member }: Grant, place: Place): string {
  return `Gave ${member.replace(/^serviceAccount:/, '')} ${role} on ${place.what}.`;
}
