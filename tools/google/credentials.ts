import { setTimeout as wait } from 'node:timers/promises';
import { GoogleAuth } from 'google-auth-library';
import { Sentence } from '../emulators/sentence.ts';

/** An access token from Application Default Credentials. Without them: a sentence that says how to get them. */
export async function accessToken(timeoutMs: number): Promise<string> {
  const auth = new GoogleAuth({
    scopes: 'https://www.googleapis.com/auth/cloud-platform',
    clientOptions: { transporterOptions: { timeout: timeoutMs } },
  });
  // The library tries again by itself, so that its own limit is not ours.
  const late = wait(timeoutMs, null, { ref: false });
  const token = await Promise.race([auth.getAccessToken().catch(() => null), late]);
  if (!token)
    throw new Sentence('There are no credentials that Google accepts: run `gcloud auth application-default login`, then try again.');
  return token;
}
