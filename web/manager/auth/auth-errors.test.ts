import { FirebaseError } from 'firebase/app';
import { describe, expect, it, vi } from 'vitest';
import { type AuthAct, codeOf, explainAuthError } from './auth-errors.ts';

const refused = (code: string, act: AuthAct = 'sign-in') => explainAuthError(new FirebaseError(`auth/${code}`, 'x'), act);

describe('the sentence for an error of Firebase Auth', () => {
  it('is the same for a wrong password and an unknown address', () => {
    expect(refused('wrong-password')).toBe(refused('user-not-found'));
    expect(refused('invalid-credential')).toBe(refused('user-not-found'));
  });

  it('is absent if the person closed the window', () => {
    expect(refused('popup-closed-by-user', 'google')).toBe('');
    expect(refused('cancelled-popup-request', 'google')).toBe('');
  });

  it('suggests another way to sign in if the Google window cannot open', () => {
    vi.stubGlobal('navigator', { onLine: true });
    for (const code of ['popup-blocked', 'internal-error', 'network-request-failed'])
      expect(refused(code, 'google')).toMatch(/your email and a password/);
    vi.stubGlobal('navigator', { onLine: false });
    expect(refused('network-request-failed', 'google')).toMatch(/not connected/);
    vi.unstubAllGlobals();
  });

  it('fits the current action for an unknown or missing code', () => {
    expect(refused('new-in-2030', 'reset')).toMatch(/couldn’t send the email/);
    expect(explainAuthError('broken', 'sign-up')).toMatch(/couldn’t create your account/);
  });

  it('never shows a code', () => {
    const codes = [
      'invalid-email',
      'too-many-requests',
      'user-disabled',
      'weak-password',
      'email-already-in-use',
      'operation-not-allowed',
      'internal-error',
    ];
    for (const code of codes) expect(refused(code)).toMatch(/^[A-Z][^/]+\.$/);
  });
});

describe('codeOf', () => {
  it('returns the code of a Firebase error, and nothing for anything else', () => {
    expect(codeOf(new FirebaseError('auth/invalid-email', ''))).toBe('invalid-email');
    expect(codeOf(new Error('auth/invalid-email'))).toBe('');
    expect(codeOf(null)).toBe('');
  });
});
