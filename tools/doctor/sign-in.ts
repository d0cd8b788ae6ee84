import { isIP } from 'node:net';
import { PASSWORD_MIN } from '@foyer/domain/password';
import { z } from 'zod';
import { Unanswered } from '../google/answer.ts';
import type { Deployment, Google } from '../google/google.ts';
import { isEnforced, PasswordPolicy } from '../set-up/password-policy.ts';
import { advice, type Finding, mend } from './finding.ts';

const HOST = 'identitytoolkit.googleapis.com';
const Switch = z.object({ enabled: z.boolean().optional() }).optional();
const Settings = z.object({
  emailPrivacyConfig: z.object({ enableImprovedEmailPrivacy: z.boolean().optional() }).optional(),
  signIn: z.object({ anonymous: Switch, email: Switch }).optional(),
  client: z.object({ apiKey: z.string().optional() }).optional(),
  authorizedDomains: z.array(z.string()).default([]),
  passwordPolicyConfig: PasswordPolicy.optional(),
});
export type AuthSettings = z.output<typeof Settings>;

/** The settings of Authentication; `null` if it is not set up. */
export function authSettings(google: Google, projectId: string): Promise<AuthSettings | null> {
  return google.get(HOST, `admin/v2/projects/${projectId}/config`, Settings);
}

/** Checks that no one can find out who has an account or sign in without one, and that only the site's own domains sign people in. */
export async function signIn(google: Google, { projectId }: Deployment): Promise<Finding[]> {
  const settings = await authSettings(google, projectId);
  const console = `https://console.firebase.google.com/project/${projectId}/authentication`;
  if (settings === null) return [mend(`Authentication is not set up. Set it up: ${console}.`)];
  if (settings.authorizedDomains.length === 0)
    throw new Unanswered(`Google returned no authorised domains. Check them: ${console}/settings.`);
  const findings: Finding[] = [];
  if (settings.emailPrivacyConfig?.enableImprovedEmailPrivacy !== true)
    findings.push(mend(`Anyone can find out who has an account. Turn on Email enumeration protection: ${console}/settings, User actions.`));
  if (settings.signIn?.anonymous?.enabled === true)
    findings.push(mend(`Anonymous sign-in is on, and nothing here uses it. Turn it off: ${console}/providers.`));
  if (!isEnforced(settings.passwordPolicyConfig))
    findings.push(
      mend(
        `Passwords of fewer than ${PASSWORD_MIN} characters are accepted outside this site's own form. Set the policy: \`npm run deploy -- --project ${projectId}\`.`,
      ),
    );
  return [...findings, ...domains(settings.authorizedDomains, projectId, `${console}/settings, Authorised domains`)];
}

function domains(authorised: readonly string[], projectId: string, place: string): Finding[] {
  const own = `${projectId}.web.app`;
  const odd = authorised.filter((domain) => domain !== 'localhost' && (isIP(domain) > 0 || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)));
  return [
    ...(authorised.includes(own)
      ? []
      : [mend(`${own} is not an authorised domain, so no one can sign in with Google there. Add it: ${place}.`)]),
    ...odd.map((domain) => mend(`${domain} is an authorised domain, but not a domain name. Remove it: ${place}.`)),
    ...(authorised.includes('localhost')
      ? [advice(`localhost is an authorised domain, and only development needs it. Remove it: ${place}.`)]
      : []),
  ];
}
