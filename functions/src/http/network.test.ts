import { describe, expect, test } from 'vitest';
import { networkAt } from './network.ts';

describe('the network of an address', () => {
  test.each([
    ['203.0.113.77', '203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['2001:db8::1', '2001:db8:0:0::/64', '2001:db8:0::/48'],
    ['::1', '0:0:0:0::/64', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0::/48'],
  ])('%s', (address, narrow, wide) => expect(networkAt(address)).toEqual({ narrow, wide }));

  test.each(['', 'unknown', '203.0.113', '203.0.113.777', '"><script>', '[::1]', 'x'.repeat(5000)])(
    'is the same for all invalid addresses: %j',
    (address) => expect(networkAt(address)).toEqual({ narrow: 'unknown', wide: 'unknown' }),
  );
});
