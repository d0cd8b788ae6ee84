import { isVisitorRole } from '@foyer/domain/participant';
import { isVisitorUid } from '@foyer/domain/paths';
import type { DecodedIdToken } from 'firebase-admin/auth';
import { logs } from '../logs.ts';
import { Problem } from './problem.ts';
import type { Asked } from './route.ts';

/** Someone signed in with a confirmed email address. They might not have a page yet. */
export interface SignedIn {
  uid: string;
  /** When they last gave their password or signed in with Google, in ms since 1970. */
  signedInAt: number;
}

export function hasIdToken(context: Asked): boolean {
  return context.req.header('authorization') !== undefined;
}

/**
 * Verifies the ID token. Throws `signed-out`, also for a visitor's user with anything linked to it (decisions/027), `email-unverified`, and
 * `not-the-app` if App Check is configured and its token is missing. Visitors need none: people who block Google's scripts can still write.
 */
export async function signedInManager(context: Asked, { checksRevocation = false }: { checksRevocation?: boolean }): Promise<SignedIn> {
  const token = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1];
  if (token === undefined) throw new Problem('signed-out');
  await fromTheApp(context);
  const { uid, role, email_verified, auth_time } = await claimsIn(context, token, checksRevocation);
  if (isVisitorRole(role) || isVisitorUid(uid)) {
    logs.signInRefused('visitor');
    throw new Problem('signed-out');
  }
  if (email_verified !== true) throw new Problem('email-unverified');
  return { uid, signedInAt: auth_time * 1000 };
}

async function claimsIn(context: Asked, token: string, checksRevocation: boolean): Promise<DecodedIdToken> {
  const auth = await context.var.cloud.auth();
  try {
    return await auth.verifyIdToken(token, checksRevocation);
  } catch (cause) {
    logs.signInRefused(cause);
    throw new Problem('signed-out');
  }
}

async function fromTheApp(context: Asked): Promise<void> {
  const { cloud } = context.var;
  if (cloud.config.appCheckKey === null) return;
  const token = context.req.header('x-firebase-appcheck') ?? '';
  await (await cloud.appCheck()).verifyToken(token).catch(() => {
    logs.signInRefused('app-check');
    throw new Problem('not-the-app');
  });
}
