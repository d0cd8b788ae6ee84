/**
 * The least length of a manager's password. Length is what makes one strong (NIST SP 800-63B, 5.1.1), so kinds of characters are not asked
 * for. The browser tells before it sends, the project's password policy refuses (`npm run deploy` sets it).
 */
export const PASSWORD_MIN = 10;
/** What Identity Platform takes at most. */
export const PASSWORD_MAX = 4096;
