import type { Auth } from 'firebase-admin/auth';

export async function removeUser(auth: Auth, uid: string): Promise<void> {
  await auth.deleteUser(uid).catch((error: unknown) => {
    if (!isUserMissing(error)) throw error;
  });
}

export function isUserMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'auth/user-not-found';
}
