import { z } from 'zod';
import { emulators } from './emulators.ts';

const Answer = z.object({ idToken: z.string() });

/** Signs a visitor in at the Auth emulator with the API's custom token, as the thread does; returns the ID token. */
export async function visitorIdToken(customToken: string | null): Promise<string> {
  const answer = await fetch(`${emulators().auth}/identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken?key=demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: customToken, returnSecureToken: true }),
  });
  return Answer.parse(await answer.json()).idToken;
}
