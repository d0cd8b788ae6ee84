/**
 * The minimum length of a manager's password. Length makes it strong (NIST SP 800-63B, 5.1.1), so there are no rules on kinds of
 * characters. The browser checks it, and the project's password policy enforces it (`npm run deploy` sets it).
 */
export const PASSWORD_MIN = 10;
/** Identity Platform's maximum. */
export const PASSWORD_MAX = 4096;
