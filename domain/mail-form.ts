import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import type { Form } from './form.ts';

/** Signed and expiring. It can only confirm an address or stop mails, so it may be in an address. */
const linked = z.object({ token: z.string().max(600).describe('From the mail’s link.') });

export const confirmMailPage = endpoint({
  method: 'GET',
  path: '/api/forms/mail-confirmations',
  summary: 'Show what a confirmation link confirms',
  description: 'A page with one button. Opening it changes nothing, so programs that check links in mails confirm nothing.',
  caller: 'anyone',
  query: linked,
  answer: null,
  problems: ['too-fast'],
}) satisfies Form;

export const confirmMailForm = endpoint({
  method: 'POST',
  path: '/api/forms/mail-confirmations',
  summary: 'Confirm an address',
  description: 'Turns on mail alerts to the address that got the link. Sending the form twice is safe.',
  caller: 'anyone',
  query: linked,
  answer: null,
  problems: ['sending-paused', 'busy', 'foreign-origin', 'too-fast'],
}) satisfies Form;

export const stopMailPage = endpoint({
  method: 'GET',
  path: '/api/forms/mail-stops',
  summary: 'Show what a link stops',
  description: 'A page with one button. Opening it changes nothing.',
  caller: 'anyone',
  query: linked,
  answer: null,
  problems: ['too-fast'],
}) satisfies Form;

/** Also the address of `List-Unsubscribe`: mail providers call it without an origin (RFC 8058). */
export const stopMailForm = endpoint({
  method: 'POST',
  path: '/api/forms/mail-stops',
  summary: 'Stop mails',
  description:
    'Stops the mails that the link came with. Mail programs send it with one click (RFC 8058), from any origin; the body is ignored. Sending it twice is safe.',
  caller: 'anyone',
  query: linked,
  answer: null,
  problems: ['busy', 'too-fast'],
}) satisfies Form;
