import { describe, expect, test } from 'vitest';
import { isTrustedProxy, parseTrustedProxies } from './trusted-proxies.ts';

describe('TRUSTED_PROXIES', () => {
  test.each([
    ['hosting', ['151.101.1.1', '2a04:4e42:600::1', '::ffff:151.101.1.1', '169.254.1.1'], ['203.0.113.9', '35.190.1.1', '2001:db8::1']],
    ['192.0.2.0/24', ['192.0.2.1'], ['192.0.3.1', '151.101.1.1']],
    ['192.0.2.7', ['192.0.2.7'], ['192.0.2.8']],
    ['hosting, 2001:db8::/32', ['2001:db8::1', '151.101.1.1'], ['2001:db9::1']],
  ])('%s', (setting, trusted, others) => {
    const list = parseTrustedProxies(setting);
    if (!list) throw new Error('not read');
    for (const address of trusted) expect([address, isTrustedProxy(list, address)]).toEqual([address, true]);
    for (const address of [...others, '', 'unknown', '151.101', '[::1]'])
      expect([address, isTrustedProxy(list, address)]).toEqual([address, false]);
  });

  test.each(['2', 'fastly', '192.0.2.0/33', '192.0.2.0/', '192.0.2.0/24/8', '2001:db8::/129', 'hosting,,', '192.0.2.0/-1', '*'])(
    'refuses %j',
    (setting) => expect(parseTrustedProxies(setting)).toBeUndefined(),
  );
});
