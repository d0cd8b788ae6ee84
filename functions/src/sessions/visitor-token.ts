import { visitorUid } from '@foyer/domain/paths';
import type { Auth, UserRecord } from 'firebase-admin/auth';
import type { Cloud } from '../cloud.ts';
import { isUserMissing, removeUser } from '../firebase/users.ts';
import { logs } from '../logs.ts';
import type { OpenSession } from './session-cookie.ts';

/**
 * A custom token that reads this one conversation live, until its epoch is raised or its session ends. `isFirst`: no token was made for
 * this conversation before, so there is no user to look at. `null` when the token can't be signed now: the thread then polls, and no
 * message is lost.
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
 * A visitor's user has no address, password or other way to sign in. One that has was given it by someone with a visitor's token, to wait
 * for the owner of that address to sign in as this user (decisions/027): it is deleted, and the custom token makes a plain one.
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
