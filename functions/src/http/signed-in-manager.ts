import type { Context } from 'hono';
import { Problem } from './problem.ts';
import type { Env } from './route.ts';

export interface SignedIn {
  uid: string;
  isEmailVerified: boolean;
}

/** Who is behind the `Authorization: Bearer` ID token. Throws `signed-out`, also for a visitor's token. */
export async function signedInManager(context: Context<Env>): Promise<SignedIn> {
  const token = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1];
  if (token === undefined) throw new Problem('signed-out');
  const auth = await context.var.cloud.auth();
  const claims = await auth.verifyIdToken(token).catch(() => {
    throw new Problem('signed-out');
  });
  if (claims.role === 'visitor') throw new Problem('signed-out');
  return { uid: claims.uid, isEmailVerified: claims.email_verified === true };
}
