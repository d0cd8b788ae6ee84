import { Problem } from './problem.ts';
import type { Asked } from './route.ts';

export interface SignedIn {
  uid: string;
  isEmailVerified: boolean;
}

/** Whether the caller claims to be a manager. */
export function hasIdToken(context: Asked): boolean {
  return context.req.header('authorization') !== undefined;
}

/**
 * Who is behind the `Authorization: Bearer` ID token. Throws `signed-out`, also for a visitor's token, and `not-the-app` where App
 * Check is configured and the request has no token of it. A visitor's requests need none: who blocks Google's scripts can still write.
 */
export async function signedInManager(context: Asked): Promise<SignedIn> {
  const token = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1];
  if (token === undefined) throw new Problem('signed-out');
  await fromTheApp(context);
  const auth = await context.var.cloud.auth();
  const claims = await auth.verifyIdToken(token).catch(() => {
    throw new Problem('signed-out');
  });
  if (claims.role === 'visitor') throw new Problem('signed-out');
  return { uid: claims.uid, isEmailVerified: claims.email_verified === true };
}

async function fromTheApp(context: Asked): Promise<void> {
  const { cloud } = context.var;
  if (cloud.config.appCheckKey === null) return;
  const token = context.req.header('x-firebase-appcheck') ?? '';
  await (await cloud.appCheck()).verifyToken(token).catch(() => {
    throw new Problem('not-the-app');
  });
}
