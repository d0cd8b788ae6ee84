import { setTimeout as wait } from 'node:timers/promises';
import { GoogleAuth } from 'google-auth-library';
import { Sentence } from '../emulators/sentence.ts';

/** Gets an access token from Application Default Credentials. Throws a `Sentence` that says how to get them. */
export async function accessToken(timeoutMs: number): Promise<string> {
  const auth = new GoogleAuth({
    scopes: 'https://www.googleapis.com/auth/cloud-platform',
    clientOptions: { transporterOptions: { timeout: timeoutMs } },
  });
  // The library retries, so its own timeout doesn't bound the whole.
  const late = wait(timeoutMs, null, { ref: false });
  const token = await Promise.race([auth.getAccessToken().catch(() => null), late]);
  if (!token)
    throw new Sentence('There are no credentials that Google accepts: run `gcloud auth application-default login`, then try again.');
  return token;
}
