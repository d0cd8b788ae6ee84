import { isVisitorUid } from '@foyer/domain/paths';
import type { Platform } from '../cloud.ts';
import { isUserMissing, removeUser } from '../firebase/users.ts';
import { logs } from '../logs.ts';

/**
 * Frees an email address that a visitor linked to their user, for its owner to sign up or reset a password. Deletes that user; the
 * visitor's next live read creates it without the address (decisions/027).
 */
export async function freeAddress(platform: Platform, email: string): Promise<void> {
  const auth = await platform.auth();
  const user = await auth.getUserByEmail(email).catch((error: unknown) => {
    if (isUserMissing(error)) return null;
    throw error;
  });
  if (!user || !isVisitorUid(user.uid)) return;
  await removeUser(auth, user.uid);
  logs.linkedVisitorRemoved();
}
