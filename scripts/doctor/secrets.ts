import { z } from 'zod';
import { type Finding, mend } from './finding.ts';
import type { Deployment, Google } from './google.ts';
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
