import { z } from 'zod';
import type { Deployment, Google } from '../google/google.ts';
import { holdingsOf, secretPlace } from '../google/policy.ts';
import { ACCOUNT_NAMES, emailOf, memberOf, RIGHTS, SECRET_READER } from '../set-up/accounts.ts';
import { type Finding, mend } from './finding.ts';
import { secretNames } from './source.ts';

const Version = z.object({ state: z.string().optional() });

/** What the functions read at their start exists. Its value is not looked at. */
export async function secrets(google: Google, { projectId }: Deployment): Promise<Finding[]> {
  const found = await Promise.all(
    (await secretNames()).map(async (name) => {
      const path = `v1/projects/${projectId}/secrets/${name}/versions`;
      const versions = await google.list('secretmanager.googleapis.com', path, 'versions', Version);
      if (versions === null)
        return [
          mend(
            `The secret ${name} does not exist. Make it: \`openssl rand -hex 32 | npx firebase functions:secrets:set ${name} --project ${projectId} --data-file -\`.`,
          ),
        ];
      if (versions.some(({ state }) => state === 'ENABLED')) return [];
      // No command that makes a new one: a new RESUME_SECRET would close every conversation for good.
      const place = `https://console.cloud.google.com/security/secret-manager/secret/${name}/versions?project=${projectId}`;
      return [mend(`No version of the secret ${name} is enabled. Enable the last one, or put your copy back: ${place}.`)];
    }),
  );
  return found.flat();
}

/** Roles that read a secret's value. */
const READERS = [SECRET_READER, 'roles/secretmanager.admin', 'roles/owner', 'roles/editor'];

/** The API reads the secrets, and no other function, person or program does. Owners of the project still can. */
export async function secretAccess(google: Google, { projectId }: Deployment): Promise<Finding[]> {
  const names = ACCOUNT_NAMES.filter((name) => RIGHTS[name].secrets);
  const allowed = names.map((name) => memberOf(name, projectId));
  const found = await Promise.all(
    (await secretNames()).map(async (secret) => {
      const place = secretPlace(secret, projectId);
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
          mend(`${holding.member} can read ${place.what}, and must not. Take it back: \`${place.removal(holding)}\`.`),
        ),
      ];
    }),
  );
  return found.flat();
}
