import { PASSWORD_MAX, PASSWORD_MIN } from '@foyer/domain/password';
import { z } from 'zod';
import type { Google } from '../google/google.ts';

/** Google omits values that are zero, off or empty. A host can require more than we do: the other options stay as they are. */
const Options = z.looseObject({ minPasswordLength: z.number().optional(), maxPasswordLength: z.number().optional() });
export const PasswordPolicy = z.looseObject({
  passwordPolicyEnforcementState: z.string().optional(),
  forceUpgradeOnSignin: z.boolean().optional(),
  passwordPolicyVersions: z.array(z.looseObject({ customStrengthOptions: Options.optional() })).default([]),
});
export type PasswordPolicy = z.output<typeof PasswordPolicy>;

const HOST = 'identitytoolkit.googleapis.com';
const Settings = z.object({ passwordPolicyConfig: PasswordPolicy.optional() });

/** Whether the project refuses short passwords from any client. */
export function isEnforced(policy: PasswordPolicy | undefined): boolean {
  const length = optionsOf(policy)?.minPasswordLength ?? 0;
  return policy?.passwordPolicyEnforcementState === 'ENFORCE' && length >= PASSWORD_MIN;
}

/** The policy with our minimum length and the host's stricter options. Existing passwords keep working. */
export function enforced(policy: PasswordPolicy | undefined): object {
  const options = optionsOf(policy);
  const minPasswordLength = Math.max(PASSWORD_MIN, options?.minPasswordLength ?? 0);
  const maxPasswordLength = Math.max(minPasswordLength, options?.maxPasswordLength || PASSWORD_MAX);
  return {
    passwordPolicyEnforcementState: 'ENFORCE',
    forceUpgradeOnSignin: policy?.forceUpgradeOnSignin ?? false,
    passwordPolicyVersions: [{ customStrengthOptions: { ...options, minPasswordLength, maxPasswordLength } }],
  };
}

/** Makes Authentication refuse short passwords. Returns whether that is new; `null` if Authentication is not set up. */
export async function enforcePasswords(google: Google, projectId: string): Promise<boolean | null> {
  const path = `admin/v2/projects/${projectId}/config`;
  const settings = await google.get(HOST, path, Settings);
  if (settings === null) return null;
  if (isEnforced(settings.passwordPolicyConfig)) return false;
  const body = { passwordPolicyConfig: enforced(settings.passwordPolicyConfig) };
  await google.patch(HOST, `${path}?updateMask=passwordPolicyConfig`, body, Settings);
  return true;
}

function optionsOf(policy: PasswordPolicy | undefined): z.output<typeof Options> | undefined {
  return policy?.passwordPolicyVersions[0]?.customStrengthOptions;
}
