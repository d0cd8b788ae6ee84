import { expect, test } from 'vitest';
import { authLinkIn } from './links.ts';

const link = 'http://127.0.0.1:9099/emulator/action?mode=verifyEmail&lang=en&oobCode=abc&apiKey=demo';

test('finds a verification link after the emulator’s bullet', () => {
  expect(authLinkIn(`i  To verify the email address ada@example.com, follow this link: ${link}`)).toEqual({
    purpose: 'Verification',
    email: 'ada@example.com',
    link,
  });
});

test('keeps the placeholder for the new password in a reset link', () => {
  const reset = `${link}&newPassword=NEW_PASSWORD_HERE`;
  expect(authLinkIn(`i  To reset the password for ada@example.com, follow this link: ${reset}`)).toEqual({
    purpose: 'Password reset',
    email: 'ada@example.com',
    link: reset,
  });
});

test('ignores other lines', () => {
  expect(authLinkIn('i  functions: Beginning execution of "europe-west1-api"')).toBeNull();
});
