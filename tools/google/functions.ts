import { z } from 'zod';
import type { Deployment, Google } from './google.ts';

const CloudFunction = z.object({
  name: z.string().transform((name) => name.split('/').at(-1) ?? name),
  serviceConfig: z
    .object({
      maxInstanceCount: z.number().optional(),
      serviceAccountEmail: z.string().optional(),
      service: z.string().optional(),
      environmentVariables: z.record(z.string(), z.string()).default({}),
    })
    .default({ environmentVariables: {} }),
});
export type CloudFunction = z.output<typeof CloudFunction>;

export async function deployedFunctions(google: Google, { projectId }: Deployment): Promise<CloudFunction[]> {
  const found = await google.list(
    'cloudfunctions.googleapis.com',
    `v2/projects/${projectId}/locations/-/functions`,
    'functions',
    CloudFunction,
  );
  return found ?? [];
}
