import { z } from 'zod';
import type { Google } from './google.ts';

const Binding = z.looseObject({ role: z.string(), members: z.array(z.string()).default([]), condition: z.unknown().optional() });
/** An IAM policy. Keeps unknown fields, so it can be written back. */
export const Policy = z.looseObject({ bindings: z.array(Binding).default([]) });
export type Policy = z.output<typeof Policy>;

/** One role of one member. With a condition (`isAlways` is false) it applies only sometimes, or never. */
export interface Holding {
  role: string;
  member: string;
  isAlways: boolean;
}

/** A resource with its own IAM policy. */
export interface Place {
  what: string;
  read(google: Google): Promise<Policy | null>;
  write(google: Google, policy: Policy): Promise<unknown>;
  /** The command that removes a role here. */
  removal(holding: Pick<Holding, 'role' | 'member'>): string;
}

/** For older versions, Google hides bindings with conditions. */
const VERSION = 3;
const OPTIONS = `options.requestedPolicyVersion=${VERSION}`;

export function holdingsOf(policy: Policy | null): Holding[] {
  const bindings = policy?.bindings ?? [];
  return bindings.flatMap(({ role, members, condition }) => members.map((member) => ({ role, member, isAlways: condition === undefined })));
}

export function projectPlace(projectId: string): Place {
  const [host, path] = ['cloudresourcemanager.googleapis.com', `v1/projects/${projectId}`];
  return {
    what: 'the project',
    read: (google) => google.post(host, `${path}:getIamPolicy`, { options: { requestedPolicyVersion: VERSION } }, Policy),
    write: (google, policy) => google.post(host, `${path}:setIamPolicy`, { policy: versioned(policy) }, Policy),
    removal: (holding) => `gcloud projects remove-iam-policy-binding ${projectId} ${grantOf(holding)} --all`,
  };
}

/** A service account as a resource: the policy says who can act as it. */
export function accountPlace(email: string, projectId: string): Place {
  const [host, path] = ['iam.googleapis.com', `v1/projects/${projectId}/serviceAccounts/${email}`];
  return {
    what: `the account ${email}`,
    read: (google) => google.post(host, `${path}:getIamPolicy?${OPTIONS}`, null, Policy),
    write: (google, policy) => google.post(host, `${path}:setIamPolicy`, { policy: versioned(policy) }, Policy),
    removal: (holding) => `gcloud iam service-accounts remove-iam-policy-binding ${email} ${grantOf(holding)} --project ${projectId} --all`,
  };
}

export function secretPlace(name: string, projectId: string): Place {
  const [host, path] = ['secretmanager.googleapis.com', `v1/projects/${projectId}/secrets/${name}`];
  return {
    what: `the secret ${name}`,
    read: (google) => google.get(host, `${path}:getIamPolicy?${OPTIONS}`, Policy),
    write: (google, policy) => google.post(host, `${path}:setIamPolicy`, { policy: versioned(policy) }, Policy),
    removal: (holding) => `gcloud secrets remove-iam-policy-binding ${name} ${grantOf(holding)} --project ${projectId} --all`,
  };
}

export function bucketPlace(bucket: string): Place {
  const [host, path] = ['storage.googleapis.com', `storage/v1/b/${bucket}/iam`];
  return {
    what: `the bucket ${bucket}`,
    read: (google) => google.get(host, `${path}?optionsRequestedPolicyVersion=${VERSION}`, Policy),
    write: (google, policy) => google.put(host, path, versioned(policy), Policy),
    removal: (holding) => `gcloud storage buckets remove-iam-policy-binding gs://${bucket} ${grantOf(holding)} --all`,
  };
}

/** The Cloud Run service of a function: `projects/<project>/locations/<region>/services/<name>`. */
export function servicePlace(service: string): Place {
  const host = 'run.googleapis.com';
  const [, projectId, , region, , name] = service.split('/');
  return {
    what: `the service ${name}`,
    read: (google) => google.get(host, `v2/${service}:getIamPolicy?${OPTIONS}`, Policy),
    write: (google, policy) => google.post(host, `v2/${service}:setIamPolicy`, { policy: versioned(policy) }, Policy),
    removal: (holding) =>
      `gcloud run services remove-iam-policy-binding ${name} ${grantOf(holding)} --region ${region} --project ${projectId}`,
  };
}

const DefaultBucket = z.object({ bucket: z.object({ name: z.string() }) });

export async function defaultBucket(google: Google, projectId: string): Promise<string | null> {
  const found = await google.get('firebasestorage.googleapis.com', `v1alpha/projects/${projectId}/defaultBucket`, DefaultBucket);
  return found?.bucket.name.split('/').at(-1) ?? null;
}

/** Google refuses a policy with conditions that names an older version. */
function versioned(policy: Policy): Policy {
  return { ...policy, version: VERSION };
}

function grantOf({ role, member }: Pick<Holding, 'role' | 'member'>): string {
  return `--member ${member} --role ${role}`;
}
