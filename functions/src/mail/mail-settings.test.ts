import { describe, expect, test } from 'vitest';
import { parseSender, parseSmtpUrl, readMailSettings } from './mail-settings.ts';

describe('the mail server’s address', () => {
  test.each([
    ['smtps://foyer:secret@mail.example.org', { host: 'mail.example.org', port: 465, isSecure: true, isLoopback: false }],
    ['smtp://foyer:secret@mail.example.org', { host: 'mail.example.org', port: 587, isSecure: false, isLoopback: false }],
    ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, isLoopback: true, auth: null }],
    ['smtp://[::1]:2525/', { host: '::1', port: 2525, isLoopback: true }],
    ['smtps://a%40b:p%3A%2F@mail.example.org:2465', { port: 2465, auth: { user: 'a@b', pass: 'p:/' } }],
  ])('%s', (text, expected) => expect(parseSmtpUrl(text)).toMatchObject(expected));

  test.each([
    'mail.example.org',
    'https://mail.example.org',
    'smtp://',
    'smtps://mail.example.org?tls.rejectUnauthorized=false',
    'smtps://mail.example.org/path',
    'smtps://a:%zz@mail.example.org',
  ])('%s is refused', (text) => expect(parseSmtpUrl(text)).toBeNull());
});

describe('the sender', () => {
  test.each([
    ['foyer@example.org', { name: 'Foyer', address: 'foyer@example.org' }],
    ['Ada’s door <foyer@example.org>', { name: 'Ada’s door', address: 'foyer@example.org' }],
  ])('%s', (text, expected) => expect(parseSender(text)).toEqual(expected));

  test.each([
    '',
    'foyer',
    'Foyer <foyer>',
    'a@example.org, b@example.org',
    'Foyer\r\nBcc: x@example.org <a@example.org>',
    '<<a@example.org>>',
  ])('%j is refused', (text) => expect(parseSender(text)).toBeNull());
});

describe('mail', () => {
  const given = { smtpUrl: 'smtps://mail.example.org', mailFrom: 'foyer@example.org', addressKey: 'k'.repeat(32) };

  test.each(['', 'off', ' off '])('is off with %j', (smtpUrl) => expect(readMailSettings({ ...given, smtpUrl })).toBeNull());

  test.each([
    ['SMTP_URL', { smtpUrl: 'mail.example.org' }],
    ['MAIL_FROM', { mailFrom: '' }],
    ['ADDRESS_KEY', { addressKey: 'short' }],
    ['ADDRESS_KEY', { addressKey: `${'k'.repeat(32)},short` }],
  ])('is off and names %s if it is wrong', (name, wrong) => expect(readMailSettings({ ...given, ...wrong })).toBe(name));

  test('accepts two keys while one is replaced', () =>
    expect(readMailSettings({ ...given, addressKey: `${'n'.repeat(32)}, ${'k'.repeat(32)}` })).toMatchObject({
      keys: ['n'.repeat(32), 'k'.repeat(32)],
    }));
});
