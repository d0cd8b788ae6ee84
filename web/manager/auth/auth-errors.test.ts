import { FirebaseError } from 'firebase/app';
import { describe, expect, it, vi } from 'vitest';
import { type AuthAct, codeOf, explainAuthError } from './auth-errors.ts';

const refused = (code: string, act: AuthAct = 'sign-in') => explainAuthError(new FirebaseError(`auth/${code}`, 'x'), act);

describe('what a person reads when Firebase Auth refuses', () => {
  it('is the same for a wrong password and an unknown address', () => {
    expect(refused('wrong-password')).toBe(refused('user-not-found'));
    expect(refused('invalid-credential')).toBe(refused('user-not-found'));
  });

  it('is nothing when they closed the window themselves', () => {
    expect(refused('popup-closed-by-user', 'google')).toBe('');
    expect(refused('cancelled-popup-request', 'google')).toBe('');
  });

  it('names another way in when the Google window cannot open', () => {
    vi.stubGlobal('navigator', { onLine: true });
    for (const code of ['popup-blocked', 'internal-error', 'network-request-failed'])
      expect(refused(code, 'google')).toMatch(/your email and a password/);
    vi.stubGlobal('navigator', { onLine: false });
    expect(refused('network-request-failed', 'google')).toMatch(/no connection/);
    vi.unstubAllGlobals();
  });

  it('fits what they were doing when the code is unknown or there is none', () => {
    expect(refused('new-in-2030', 'reset')).toMatch(/mail could not be sent/);
    expect(explainAuthError('broken', 'sign-up')).toMatch(/account could not be made/);
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
  it('takes the code out of an error, and nothing out of anything else', () => {
    expect(codeOf(new FirebaseError('auth/invalid-email', ''))).toBe('invalid-email');
    expect(codeOf(new Error('auth/invalid-email'))).toBe('');
    expect(codeOf(null)).toBe('');
  });
});
