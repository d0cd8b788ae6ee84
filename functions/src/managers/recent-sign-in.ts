import { RECENT_SIGN_IN_MS } from '@foyer/domain/manager';
import { Problem } from '../http/problem.ts';
import type { Asked } from '../http/route.ts';
import { signedInManager } from '../http/signed-in-manager.ts';

/**
 * The uid of someone who has signed in within the last ten minutes, for what cannot be undone: an open dashboard or a stolen token is not
 * enough. Asks Auth whether the sign-in was revoked or the account disabled. Throws `signed-out` or `sign-in-again`.
 */
export async function recentlySignedIn(context: Asked): Promise<string> {
  const { uid } = await signedInManager(context);
  const { cloud } = context.var;
  const token = context.req.header('authorization')?.slice('Bearer '.length) ?? '';
  const auth = await cloud.auth();
  const claims = await auth.verifyIdToken(token, true).catch(() => {
    throw new Problem('signed-out');
  });
  if (cloud.now() - claims.auth_time * 1000 > RECENT_SIGN_IN_MS) throw new Problem('sign-in-again');
  return uid;
}
