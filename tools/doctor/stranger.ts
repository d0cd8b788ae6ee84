import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { problemOf, send, Unanswered } from '../google/answer.ts';
import type { Deployment, Google } from '../google/google.ts';
import { type Finding, mend } from './finding.ts';
import { authSettings } from './sign-in.ts';

const HOST = 'identitytoolkit.googleapis.com';
const NewAccount = z.object({ localId: z.string(), idToken: z.string() });

/** Someone who signed up and did nothing else. */
export interface Stranger {
  uid: string;
  idToken: string;
}

/**
 * Signs up with a made-up address, as anybody can over REST, and deletes the account afterwards, whatever happened. No mail is sent.
 * Throws `Unanswered` where nobody can sign up that way.
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

/** The key that every browser gets with the site; emulators take any. */
async function keyOf(google: Google, deployment: Deployment): Promise<string> {
  if (deployment.isEmulated) return 'emulator';
  const settings = await authSettings(google, deployment.projectId);
  if (settings?.signIn?.email?.enabled !== true || !settings.client?.apiKey)
    throw new Unanswered('Nobody can sign up with an email address here, so no new account could be tried.');
  return settings.client.apiKey;
}

async function signUp(key: string, deployment: Deployment): Promise<Stranger> {
  const email = `doctor-${randomBytes(12).toString('hex')}@example.com`;
  // Every kind of character, in case the host asks for them.
  const credentials = { email, password: `${randomBytes(16).toString('hex')}-Aa1`, returnSecureToken: true };
  const answer = await ask('accounts:signUp', key, credentials, deployment);
  const problem = problemOf(answer);
  if (problem) throw new Unanswered(`No new account could be made to try with. Google says: ${problem.message || problem.code}`);
  const account = NewAccount.safeParse(answer.json);
  if (!account.success) throw new Unanswered(`${HOST} answered in a form that this doctor does not know.`);
  return { uid: account.data.localId, idToken: account.data.idToken };
}

async function remove({ uid, idToken }: Stranger, key: string, deployment: Deployment): Promise<Finding[]> {
  const answer = await ask('accounts:delete', key, { idToken }, deployment).catch(() => null);
  if (answer && !problemOf(answer)) return [];
  return [mend(`The doctor made the account ${uid} to try with, and could not delete it. Delete it in the console, under Authentication.`)];
}

/** A key can be limited to requests from the site's own pages. */
function ask(method: string, key: string, body: object, { addressOf, projectId, timeoutMs }: Deployment) {
  const headers = { 'content-type': 'application/json', referer: `https://${projectId}.web.app/` };
  return send(
    `${addressOf(HOST)}/v1/${method}?key=${encodeURIComponent(key)}`,
    { method: 'POST', headers, body: JSON.stringify(body) },
    timeoutMs,
  );
}
