import { describe, expect, test } from 'vitest';
import { isPublicAddress } from './public-address.ts';

describe('an address that we may request', () => {
  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '93.184.216.34',
    '100.63.255.255',
    '100.128.0.1',
    '172.15.255.255',
    '172.32.0.1',
    '2606:4700::1111',
    '2a00:1450::1',
  ])('is %s', (address) => expect(isPublicAddress(address)).toBe(true));
});

/** The first and last address of each range. */
describe('an address that we never request', () => {
  test.each([
    ['this network', '0.0.0.0', '0.255.255.255'],
    ['private', '10.0.0.0', '10.255.255.255'],
    ['shared by carriers', '100.64.0.0', '100.127.255.255'],
    ['loopback', '127.0.0.1', '127.255.255.255'],
    ['link-local, with the metadata of clouds', '169.254.0.0', '169.254.169.254'],
    ['metadata of Azure', '168.63.129.16', '168.63.129.16'],
    ['private', '172.16.0.0', '172.31.255.255'],
    ['for protocols', '192.0.0.0', '192.0.0.255'],
    ['in books', '192.0.2.0', '203.0.113.255'],
    ['a relay', '192.88.99.0', '192.88.99.255'],
    ['private', '192.168.0.0', '192.168.255.255'],
    ['for benchmarks', '198.18.0.0', '198.19.255.255'],
    ['in books', '198.51.100.0', '198.51.100.255'],
    ['multicast', '224.0.0.1', '239.255.255.255'],
    ['reserved', '240.0.0.0', '255.255.255.255'],
    ['loopback or none', '::1', '::'],
    ['mapped', '::ffff:127.0.0.1', '::ffff:8.8.8.8'],
    ['compatible', '::8.8.8.8', '::ffff:0:8.8.8.8'],
    ['translated', '64:ff9b::a00:1', '64:ff9b:1::1'],
    ['Teredo, and protocols', '2001::1', '2001:1ff::1'],
    ['in books', '2001:db8::1', '3fff::1'],
    ['6to4', '2002:a00:1::', '2002:7f00:1::1'],
    ['unique local, with metadata', 'fd00:ec2::254', 'fc00::1'],
    ['link-local', 'fe80::1', 'fe80::1%eth0'],
    ['site-local', 'fec0::1', 'fec0::1'],
    ['multicast', 'ff02::1', 'ff0e::1'],
    ['discard-only', '100::1', '100::1'],
    ['with a zone', '2606:4700::1111%eth0', '2606:4700::1111%1'],
    ['none at all', 'localhost', ''],
    ['in another spelling', '0x7f.1', '2130706433'],
  ])('is %s: %s, %s', (_, first, last) => expect([isPublicAddress(first), isPublicAddress(last)]).toEqual([false, false]));
});
