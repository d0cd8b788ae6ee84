import { z } from 'zod';
import type { Deployment, Google } from '../google/google.ts';
import { holdingsOf, secretPlace } from '../google/policy.ts';
import { emailOf, memberOf, readersOf, SECRET_READER } from '../set-up/accounts.ts';
import { type Finding, mend } from './finding.ts';
import { secretNames } from './source.ts';

const Version = z.object({ state: z.string().optional() });

/** Checks that every secret of the functions has an enabled version. Doesn't read its value. */
export async function secrets(google: Google, { projectId }: Deployment): Promise<Finding[]> {
  const found = await Promise.all(
    (await secretNames()).map(async (name) => {
      const path = `v1/projects/${projectId}/secrets/${name}/versions`;
      const versions = await google.list('secretmanager.googleapis.com', path, 'versions', Version);
      if (versions === null)
        return [
          mend(
            `The secret ${name} does not exist. Create it: \`${contentOf(name)} | npx firebase functions:secrets:set ${name} --project ${projectId} --data-file -\`.`,
          ),
        ];
      if (versions.some(({ state }) => state === 'ENABLED')) return [];
      // No command for a new one: a new RESUME_SECRET would lock every conversation permanently.
      const place = `https://console.cloud.google.com/security/secret-manager/secret/${name}/versions?project=${projectId}`;
      return [mend(`No version of the secret ${name} is enabled. Enable the last one, or restore your copy: ${place}.`)];
    }),
  );
  return found.flat();
}

/** Without mail, its secrets exist all the same: functions can't be deployed without them. */
function contentOf(secret: string): string {
  return secret === 'SMTP_URL' ? 'echo off' : 'openssl rand -hex 32';
}

const READERS = [SECRET_READER, 'roles/secretmanager.admin', 'roles/owner', 'roles/editor'];

/** Checks that only the accounts of `RIGHTS` have a role on each secret. Owners of the project can still read them. */
export async function secretAccess(google: Google, { projectId }: Deployment): Promise<Finding[]> {
  const found = await Promise.all(
    (await secretNames()).map(async (secret) => {
      const place = secretPlace(secret, projectId);
      const names = readersOf(secret);
      const allowed = names.map((name) => memberOf(name, projectId));
      const readers = holdingsOf(await place.read(google)).filter(({ role }) => READERS.includes(role));
      const others = readers.filter(({ role, member }) => role !== SECRET_READER || !allowed.includes(member));
      const missing = names.filter((name) => !readers.some(({ member, isAlways }) => member === memberOf(name, projectId) && isAlways));
      return [
        ...missing.map((name) =>
          mend(
            `${emailOf(name, projectId)} cannot read ${place.what}. Deploy: \`npm run deploy -- --project ${projectId} --only functions\`.`,
          ),
        ),
        ...others.map((holding) =>
          mend(`${holding.member} can read ${place.what}, and must not. Remove the role: \`${place.removal(holding)}\`.`),
        ),
      ];
    }),
  );
  return found.flat();
}
