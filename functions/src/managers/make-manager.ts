import { isManagerRole } from '@foyer/domain/participant';
import type { UserRecord } from 'firebase-admin/auth';
import type { Cloud } from '../cloud.ts';
import { logs } from '../logs.ts';

/**
 * Gives an account the role of a manager, once, and makes sure that it is the account of the person behind its confirmed address alone:
 * someone else may have created it with that address and waited for its owner to sign in. Sign-in methods with another address are
 * removed, and every sign-in ends (Sudhodanan and Paverd: Pre-hijacked accounts, USENIX Security 2022). Returns a custom token with
 * which the caller goes on, or `null` for an account that has the role already, or when the token could not be signed.
 */
export async function makeManager(cloud: Cloud, uid: string): Promise<string | null> {
  const auth = await cloud.auth();
  const user = await auth.getUser(uid);
  if (isManagerRole(user.customClaims?.role)) return null;
  const foreign = foreignProviders(user);
  if (foreign.length > 0) {
    await auth.updateUser(uid, { providersToUnlink: foreign });
    logs.providersRemoved(foreign.length);
  }
  await auth.revokeRefreshTokens(uid);
  // Last: until then a claim that was cut off is repeated as a first one.
  await auth.setCustomUserClaims(uid, { role: 'manager' });
  return auth.createCustomToken(uid).catch((cause: unknown) => {
    logs.tokenUnavailable(cause);
    return null;
  });
}

/** Sign-in methods that do not stand for the account's own email address: another address, or a phone number. */
function foreignProviders({ email, providerData }: UserRecord): string[] {
  const own = email?.toLowerCase();
  return providerData.filter((provider) => provider.email?.toLowerCase() !== own).map(({ providerId }) => providerId);
}
