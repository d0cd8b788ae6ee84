import { isVisitorUid } from '@foyer/domain/paths';
import type { Platform } from '../cloud.ts';
import { isUserMissing, removeUser } from '../firebase/users.ts';
import { logs } from '../logs.ts';

/**
 * Lets the owner of an email address sign up or reset a password, even if a visitor has linked the address to their user: that user is
 * deleted, and made again without it when the visitor next reads live (decisions/027). Any other account stays as it is.
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
