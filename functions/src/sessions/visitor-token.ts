import { visitorUid } from '@foyer/domain/paths';
import type { Auth, UserRecord } from 'firebase-admin/auth';
import type { Cloud } from '../cloud.ts';
import { isUserMissing, removeUser } from '../firebase/users.ts';
import { logs } from '../logs.ts';
import type { OpenSession } from './session-cookie.ts';

/**
 * Reads this one conversation live until its epoch is raised or its session ends. `isFirst`: no token exists yet, so there is no user to
 * check. `null` if signing fails right now: the thread then polls, and no message is lost.
 */
export async function visitorToken(cloud: Cloud, session: OpenSession, isFirst = false): Promise<string | null> {
  const { managerId, conversationId, epoch, sessionId } = session;
  const uid = visitorUid(conversationId);
  try {
    const auth = await cloud.auth();
    if (!isFirst) await removeIfLinked(auth, uid);
    return await auth.createCustomToken(uid, { role: 'visitor', m: managerId, e: epoch, s: sessionId });
  } catch (cause) {
    logs.tokenUnavailable(cause);
    return null;
  }
}

/**
 * Someone with a visitor's token may have added an address or sign-in method to its user, to wait for the owner of that address to sign in
 * as this user (decisions/027). Deletes such a user; the custom token then creates a plain one.
 */
async function removeIfLinked(auth: Auth, uid: string): Promise<void> {
  const user = await auth.getUser(uid).catch((error: unknown) => {
    if (isUserMissing(error)) return null;
    throw error;
  });
  if (!user || !isLinked(user)) return;
  await removeUser(auth, uid);
  logs.linkedVisitorRemoved();
}

function isLinked({ email, phoneNumber, passwordHash, providerData }: UserRecord): boolean {
  return Boolean(email || phoneNumber || passwordHash) || providerData.length > 0;
}
