import { z } from 'zod';
import type { Deployment, Google } from '../google/google.ts';
import { advice, type Finding } from './finding.ts';

const HOST = 'firebaseappcheck.googleapis.com';
const SERVICES = {
  'firestore.googleapis.com': 'Firestore',
  'identitytoolkit.googleapis.com': 'Authentication',
  'firebasestorage.googleapis.com': 'Storage',
};
/** Google omits default values, and `OFF` is one. */
const Service = z.object({ enforcementMode: z.string().default('OFF') });

export async function appCheck(google: Google, { projectId }: Deployment): Promise<Finding[]> {
  const modes = await Promise.all(
    Object.entries(SERVICES).map(async ([service, name]) => {
      const setting = await google.get(HOST, `v1/projects/${projectId}/services/${service}`, Service);
      return { name, mode: setting?.enforcementMode ?? 'OFF' };
    }),
  );
  const open = modes.filter(({ mode }) => mode !== 'ENFORCED').map(({ name, mode }) => `${name} (${mode})`);
  if (open.length === 0) return [];
  return [
    advice(
      `App Check is not enforced for ${open.join(', ')}. It is optional. Enforce it only after your site has started to send tokens: https://console.firebase.google.com/project/${projectId}/appcheck/products.`,
    ),
  ];
}
