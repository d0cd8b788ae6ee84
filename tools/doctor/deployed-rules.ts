import { z } from 'zod';
import type { Deployment, Google } from '../google/google.ts';
import { type Finding, mend } from './finding.ts';
import { sourceOf } from './source.ts';

const HOST = 'firebaserules.googleapis.com';
const Release = z.object({ name: z.string(), rulesetName: z.string() });
const Ruleset = z.object({ source: z.object({ files: z.array(z.object({ content: z.string() })) }) });

export async function deployedFirestoreRules(google: Google, { projectId }: Deployment): Promise<Finding[]> {
  const command = `\`npm run deploy -- --project ${projectId} --only firestore:rules\``;
  const release = await google.get(HOST, `v1/projects/${projectId}/releases/cloud.firestore`, Release);
  if (release === null) return [mend(`No rules are deployed for Firestore. Deploy them: ${command}.`)];
  if (await isDeployed(google, release.rulesetName, 'firestore.rules')) return [];
  return [mend(`The rules deployed for Firestore differ from firestore.rules. Deploy them: ${command}.`)];
}

/** Compares the rules of every bucket with storage.rules: older and newer projects name their default bucket differently. */
export async function deployedStorageRules(google: Google, { projectId }: Deployment): Promise<Finding[]> {
  const command = `\`npm run deploy -- --project ${projectId} --only storage\``;
  const releases = (await google.list(HOST, `v1/projects/${projectId}/releases`, 'releases', Release)) ?? [];
  const buckets = releases.flatMap(({ name, rulesetName }) => {
    const [, bucket] = name.split('/releases/firebase.storage/');
    return bucket === undefined ? [] : [{ bucket, rulesetName }];
  });
  if (buckets.length === 0) return [mend(`No rules are deployed for Storage. Create the default bucket, then deploy them: ${command}.`)];
  const findings: Finding[] = [];
  for (const { bucket, rulesetName } of buckets) {
    if (!(await isDeployed(google, rulesetName, 'storage.rules')))
      findings.push(mend(`The rules deployed for the bucket ${bucket} differ from storage.rules. Deploy them: ${command}.`));
  }
  return findings;
}

async function isDeployed(google: Google, rulesetName: string, file: string): Promise<boolean> {
  const ruleset = await google.get(HOST, `v1/${rulesetName}`, Ruleset);
  const deployed = ruleset?.source.files.map(({ content }) => content).join('\n');
  return deployed !== undefined && withoutLineEnds(deployed) === withoutLineEnds(await sourceOf(file));
}

/** A checkout on Windows has different line endings. */
function withoutLineEnds(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}
