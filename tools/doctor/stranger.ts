import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { problemOf, send, Unanswered } from '../google/answer.ts';
import type { Deployment, Google } from '../google/google.ts';
import { type Finding, mend } from './finding.ts';
import { authSettings } from './sign-in.ts';

const HOST = 'identitytoolkit.googleapis.com';
const NewAccount = z.object({ localId: z.string(), idToken: z.string() });

export interface Stranger {
  uid: string;
  idToken: string;
}

/**
 * Signs up with a made-up address, as anyone can over REST, and always deletes the account afterwards. Sends no email.
 * Throws `Unanswered` if no one can sign up that way.
 */
export async function asStranger(
  google: Google,
  deployment: Deployment,
  act: (stranger: Stranger) => Promise<Finding[]>,
): Promise<Finding[]> {
  const key = await keyOf(google, deployment);
  const stranger = await signUp(key, deployment);
  const findings = await act(stranger).catch(async (error: unknown) => {
    await remove(stranger, key, deployment);
    throw error;
  });
  return [...findings, ...(await remove(stranger, key, deployment))];
}

/** The site's public API key; emulators accept any. */
async function keyOf(google: Google, deployment: Deployment): Promise<string> {
  if (deployment.isEmulated) return 'emulator';
  const settings = await authSettings(google, deployment.projectId);
  if (settings?.signIn?.email?.enabled !== true || !settings.client?.apiKey)
    throw new Unanswered('No one can sign up with an email address here, so there was no new account to test with.');
  return settings.client.apiKey;
}

async function signUp(key: string, deployment: Deployment): Promise<Stranger> {
  const email = `doctor-${randomBytes(12).toString('hex')}@example.com`;
  // Every kind of character, in case the host's policy requires them.
  const credentials = { email, password: `${randomBytes(16).toString('hex')}-Aa1`, returnSecureToken: true };
  const answer = await ask('accounts:signUp', key, credentials, deployment);
  const problem = problemOf(answer);
  if (problem) throw new Unanswered(`The doctor could not create a test account. Google says: ${problem.message || problem.code}`);
  const account = NewAccount.safeParse(answer.json);
  if (!account.success) throw new Unanswered(`${HOST} answered in a format that the doctor doesn't know.`);
  return { uid: account.data.localId, idToken: account.data.idToken };
}

async function remove({ uid, idToken }: Stranger, key: string, deployment: Deployment): Promise<Finding[]> {
  const answer = await ask('accounts:delete', key, { idToken }, deployment).catch(() => null);
  if (answer && !problemOf(answer)) return [];
  return [mend(`The doctor created the test account ${uid} and could not delete it. Delete it in the console, under Authentication.`)];
}

/** Sends a `referer`, because a key can be restricted to the site's own pages. */
function ask(method: string, key: string, body: object, { addressOf, projectId, timeoutMs }: Deployment) {
  const headers = { 'content-type': 'application/json', referer: `https://${projectId}.web.app/` };
  return send(
    `${addressOf(HOST)}/v1/${method}?key=${encodeURIComponent(key)}`,
    { method: 'POST', headers, body: JSON.stringify(body) },
    timeoutMs,
  );
}
