/** A link from an email that the Auth emulator only logs. */
export interface AuthLink {
  purpose: 'Verification' | 'Password reset' | 'Sign-in' | 'Email change';
  email: string;
  link: string;
}

const LETTERS: readonly [AuthLink['purpose'], RegExp][] = [
  ['Verification', /To verify the email address (\S+), follow this link: (\S+)/],
  ['Password reset', /To reset the password for (\S+), follow this link: (\S+)/],
  ['Sign-in', /To sign in as (\S+), follow this link: (\S+)/],
  ['Email change', /To verify and change the email address from \S+ to (\S+), follow this link: (\S+)/],
  ['Email change', /To reset your email address to (\S+), follow this link: (\S+)/],
];

/** Finds the link in one line of the emulators' log, or `null`. */
export function authLinkIn(line: string): AuthLink | null {
  for (const [purpose, pattern] of LETTERS) {
    const [, email, link] = pattern.exec(line) ?? [];
    if (email !== undefined && link !== undefined) return { purpose, email, link };
  }
  return null;
}
