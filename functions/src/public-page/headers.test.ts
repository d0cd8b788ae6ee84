import { describe, expect, test } from 'vitest';
import { pageHeaders } from './headers.ts';

const policyWith = (recaptchaKey: string | null, appCheckKey: string | null) =>
  pageHeaders('hash', { recaptchaKey, appCheckKey })['content-security-policy'] ?? '';

describe("a page's policy", () => {
  test('names Google’s script only where the site asks for it', () => {
    expect(policyWith(null, null)).not.toMatch(/google\.com\/recaptcha|gstatic|appcheck|frame-src/);
    for (const policy of [policyWith('key', null), policyWith(null, 'key')]) {
      expect(policy).toContain("script-src 'self' https://www.google.com/recaptcha/ https://www.gstatic.com/recaptcha/;");
      expect(policy).toContain('frame-src https://www.google.com/recaptcha/;');
    }
    expect(policyWith('key', null)).not.toContain('appcheck');
    expect(policyWith(null, 'key')).toContain('https://content-firebaseappcheck.googleapis.com');
  });

  test('lets only the named sites show it in a frame', () => {
    const { 'content-security-policy': policy } = pageHeaders('hash', { recaptchaKey: null, appCheckKey: null }, [
      'https://one.example',
      'https://two.example:8443',
    ]);
    expect(policy).toContain('; frame-ancestors https://one.example https://two.example:8443;');
  });

  test('never holds a key', () => expect(policyWith('secret-key', 'other-key')).not.toMatch(/secret-key|other-key/));

  test('allows no inline script, no plugin, no frame around it', () => {
    for (const policy of [policyWith(null, null), policyWith('key', 'key')]) {
      expect(policy).not.toMatch(/unsafe-(inline|eval)|\*/);
      for (const part of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
        expect(policy).toContain(part);
    }
  });
});
