import { isManagerRole } from '@foyer/domain/participant';
import type { UserRecord } from 'firebase-admin/auth';
import type { Cloud } from '../cloud.ts';
import { logs } from '../logs.ts';

/**
 * Gives an account the manager role, once. Someone else may have created the account with that address and waited for its owner to sign in,
 * so this removes sign-in methods with another address and ends every sign-in (Sudhodanan and Paverd: Pre-hijacked accounts, USENIX
 * Security 2022). Returns a custom token, or `null` if the account has the role already or signing failed.
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
  // Set last: a claim that is cut off before this repeats as a first one.
  await auth.setCustomUserClaims(uid, { role: 'manager' });
  return auth.createCustomToken(uid).catch((cause: unknown) => {
    logs.tokenUnavailable(cause);
    return null;
  });
}

function foreignProviders({ email, providerData }: UserRecord): string[] {
  const own = email?.toLowerCase();
  return providerData.filter((provider) => provider.email?.toLowerCase() !== own).map(({ providerId }) => providerId);
}
