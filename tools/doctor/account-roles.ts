import { z } from 'zod';
import { Unanswered } from '../google/answer.ts';
import { deployedFunctions } from '../google/functions.ts';
import type { Deployment, Google } from '../google/google.ts';
import {
  accountPlace,
  bucketPlace,
  defaultBucket,
  type Holding,
  holdingsOf,
  type Place,
  projectPlace,
  servicePlace,
} from '../google/policy.ts';
import { ACCOUNT_NAMES, type AccountName, emailOf, memberOf, RIGHTS, SECRET_READER, SIGNER } from '../set-up/accounts.ts';
import { advice, type Finding, mend } from './finding.ts';

const Project = z.object({ projectNumber: z.string() });
const Keys = z.object({ keys: z.array(z.object({ name: z.string() })).default([]) });
const Bucket = z.object({ iamConfiguration: z.object({ publicAccessPrevention: z.string().optional() }).optional() });

/** Everyone on the internet, and everyone with a Google account. */
const EVERYONE = ['allUsers', 'allAuthenticatedUsers'];
const BASIC = ['roles/owner', 'roles/editor'];
const SECRETS = [SECRET_READER, 'roles/secretmanager.admin'];
/** Lets a deployment start a function as the account. The people and machines that deploy have it. */
const DEPLOYER = 'roles/iam.serviceAccountUser';

/** Checks that the functions' accounts have exactly the roles of `RIGHTS`, on the project, on each other and on the budget stop. */
export async function accountRoles(google: Google, deployment: Deployment): Promise<Finding[]> {
  const { projectId } = deployment;
  const places = await Promise.all([
    projectRoles(google, projectId),
    ...ACCOUNT_NAMES.map((name) => rolesOn(google, projectId, name)),
    serviceRoles(google, deployment),
  ]);
  return places.flat();
}

/** Checks that only the functions can access the bucket. Throws `Unanswered` if there is none. */
export async function bucketAccess(google: Google, { projectId }: Deployment): Promise<Finding[]> {
  const bucket = await defaultBucket(google, projectId);
  if (bucket === null) throw new Unanswered(`There is no default bucket. Create it: ${consoleOf(projectId)}/storage.`);
  const place = bucketPlace(bucket);
  const [holdings, settings] = await Promise.all([
    holdingsAt(google, place),
    google.get('storage.googleapis.com', `storage/v1/b/${bucket}?fields=iamConfiguration`, Bucket),
  ]);
  return [
    ...compare(place, holdings, (name) => RIGHTS[name].bucket ?? [], projectId),
    ...holdings.filter(({ member }) => EVERYONE.includes(member)).map((holding) => open(place, holding)),
    ...(settings?.iamConfiguration?.publicAccessPrevention === 'enforced'
      ? []
      : [
          advice(
            `Nothing prevents the bucket from being made public later. Prevent it: \`gcloud storage buckets update gs://${bucket} --public-access-prevention\`.`,
          ),
        ]),
  ];
}

async function projectRoles(google: Google, projectId: string): Promise<Finding[]> {
  const place = projectPlace(projectId);
  const [holdings, project] = await Promise.all([
    holdingsAt(google, place),
    google.get('cloudresourcemanager.googleapis.com', `v1/projects/${projectId}`, Project),
  ]);
  // The default accounts, which all functions once ran as. Google creates them, often as Editors; builds still use the first.
  const former = [`serviceAccount:${project?.projectNumber}-compute@developer.gserviceaccount.com`];
  former.push(`serviceAccount:${projectId}@appspot.gserviceaccount.com`);
  const theirs = holdings.filter(({ member }) => former.includes(member));
  return [
    ...compare(place, holdings, (name) => RIGHTS[name].project, projectId),
    ...holdings.filter(({ member }) => EVERYONE.includes(member)).map((holding) => open(place, holding)),
    ...theirs.filter(({ role }) => role === SIGNER || SECRETS.includes(role)).map((holding) => tooMuch(place, holding)),
    ...theirs
      .filter(({ role }) => BASIC.includes(role))
      .map((holding) =>
        advice(
          `${nameOf(holding)} has ${holding.role} on the project, and no function here runs as it. Give it roles/cloudbuild.builds.builder, which builds need, then run \`${place.removal(holding)}\`.`,
        ),
      ),
  ];
}

/** Anyone who can act as an account has all its rights. */
async function rolesOn(google: Google, projectId: string, name: AccountName): Promise<Finding[]> {
  const place = accountPlace(emailOf(name, projectId), projectId);
  const policy = await place.read(google);
  if (policy === null) return [mend(`There is no account ${emailOf(name, projectId)}. ${deployFor(projectId)}`)];
  const holdings = holdingsOf(policy);
  const email = emailOf(name, projectId);
  const { keys } = (await google.get('iam.googleapis.com', keysOf(email, projectId), Keys)) ?? { keys: [] };
  const ours = ACCOUNT_NAMES.map((one) => memberOf(one, projectId));
  const others = holdings.filter(({ member }) => !ours.includes(member));
  return [
    ...compare(place, holdings, (one) => (one === name ? (RIGHTS[name].self ?? []) : []), projectId),
    ...others.filter(({ role, member }) => role !== DEPLOYER || EVERYONE.includes(member)).map((holding) => tooMuch(place, holding)),
    ...keys.map(({ name: key }) =>
      mend(
        `There is a downloaded key of ${email}. It works from anywhere and never expires, and nothing here needs one. Delete it: \`gcloud iam service-accounts keys delete ${key.split('/').at(-1)} --iam-account ${email} --project ${projectId}\`.`,
      ),
    ),
  ];
}

/** An event that can't call its function is lost silently. */
async function serviceRoles(google: Google, deployment: Deployment): Promise<Finding[]> {
  const { projectId } = deployment;
  const deployed = await deployedFunctions(google, deployment);
  const findings = ACCOUNT_NAMES.flatMap((name) =>
    Object.entries(RIGHTS[name].services ?? {}).map(async ([id, roles]) => {
      const service = deployed.find((one) => one.name === id)?.serviceConfig.service;
      if (service === undefined) return [];
      const place = servicePlace(service);
      const holdings = await holdingsAt(google, place);
      return [
        ...compare(place, holdings, (one) => (one === name ? roles : []), projectId),
        ...holdings.filter(({ member }) => EVERYONE.includes(member)).map((holding) => open(place, holding)),
      ];
    }),
  );
  return (await Promise.all(findings)).flat();
}

function compare(
  place: Place,
  holdings: readonly Holding[],
  rightsOf: (name: AccountName) => readonly string[],
  projectId: string,
): Finding[] {
  return ACCOUNT_NAMES.flatMap((name) => {
    const member = memberOf(name, projectId);
    const rights = rightsOf(name);
    const held = holdings.filter((holding) => holding.member === member);
    const missing = rights.filter((right) => !held.some(({ role, isAlways }) => role === right && isAlways));
    const extra = held.filter(({ role }) => !rights.includes(role));
    return [
      ...missing.map((role) => mend(`${emailOf(name, projectId)} lacks ${role} on ${place.what}. ${deployFor(projectId)}`)),
      ...extra.map((holding) => tooMuch(place, holding)),
    ];
  });
}

async function holdingsAt(google: Google, place: Place): Promise<Holding[]> {
  const policy = await place.read(google);
  if (policy === null) throw new Unanswered(`Google returned no roles for ${place.what}.`);
  return holdingsOf(policy);
}

/** Only keys that people created: Google rotates its own. */
function keysOf(email: string, projectId: string): string {
  return `v1/projects/${projectId}/serviceAccounts/${email}/keys?keyTypes=USER_MANAGED`;
}

function tooMuch(place: Place, holding: Holding): Finding {
  return mend(`${nameOf(holding)} has ${holding.role} on ${place.what}, and must not have it. Remove it: \`${place.removal(holding)}\`.`);
}

function open(place: Place, holding: Holding): Finding {
  return mend(`ANYONE has ${holding.role} on ${place.what}. Remove it: \`${place.removal(holding)}\`.`);
}

function nameOf({ member }: Holding): string {
  return member.replace(/^serviceAccount:/, '');
}

function deployFor(projectId: string): string {
  return `Set it up: \`npm run deploy -- --project ${projectId}\`.`;
}

function consoleOf(projectId: string): string {
  return `https://console.firebase.google.com/project/${projectId}`;
}
