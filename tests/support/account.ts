import { nanoid } from 'nanoid';
import { z } from 'zod';
import { emulators } from './emulators.ts';

export interface Account {
  uid: string;
  email: string;
  idToken: string;
}

export const PASSWORD = 'front-door-2026';

const Answer = z.object({ localId: z.string(), idToken: z.string() });

/** Signs someone up at the Auth emulator, as the dashboard would. Confirms the address by default. */
export async function someAccount({ isEmailVerified = true } = {}): Promise<Account> {
  const email = `${nanoid().toLowerCase()}@example.com`;
  const credentials = { email, password: PASSWORD, returnSecureToken: true };
  const { localId } = Answer.parse(await auth('accounts:signUp', credentials));
  if (isEmailVerified) await auth('accounts:update', { localId, emailVerified: true }, { authorization: 'Bearer owner' });
  return signInAgain({ uid: localId, email });
}

/** The account with a new ID token: a claim ends every earlier sign-in. */
export async function signInAgain({ uid, email }: Pick<Account, 'uid' | 'email'>): Promise<Account> {
  const { idToken } = Answer.parse(await auth('accounts:signInWithPassword', { email, password: PASSWORD, returnSecureToken: true }));
  return { uid, email, idToken };
}

/** Calls the Auth emulator's REST interface as a browser does, or with `Bearer owner` as the host. Throws with its answer. */
export async function auth(method: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
  const answer = await fetch(`${emulators().auth}/identitytoolkit.googleapis.com/v1/${method}?key=demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ ...body, ...('authorization' in headers ? { targetProjectId: emulators().projectId } : {}) }),
  });
  if (!answer.ok) throw new Error(`${method} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
