import type { Auth } from 'firebase-admin/auth';

/** Deletes a user of Auth; one that does not exist is no error. */
export async function removeUser(auth: Auth, uid: string): Promise<void> {
  await auth.deleteUser(uid).catch((error: unknown) => {
    if (!isUserMissing(error)) throw error;
  });
}

/** Whether a call to Auth failed since there is no such user. */
export function isUserMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'auth/user-not-found';
}
