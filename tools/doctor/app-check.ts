import { z } from 'zod';
import type { Deployment, Google } from '../google/google.ts';
import { advice, type Finding } from './finding.ts';

const HOST = 'firebaseappcheck.googleapis.com';
const SERVICES = {
  'firestore.googleapis.com': 'Firestore',
  'identitytoolkit.googleapis.com': 'Authentication',
  'firebasestorage.googleapis.com': 'Storage',
};
/** `OFF` is the default, and Google leaves defaults out. */
const Service = z.object({ enforcementMode: z.string().default('OFF') });

/** App Check is optional, so there is only advice. */
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
      `App Check is not enforced for ${open.join(', ')}. It is optional: when your site sends its tokens, enforce it at https://console.firebase.google.com/project/${projectId}/appcheck/products, not before.`,
    ),
  ];
}
