import { EMAIL_MAX } from '@foyer/domain/limits';
import { z } from 'zod';

export interface Sender {
  name: string;
  address: string;
}

export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise STARTTLS. */
  isSecure: boolean;
  /** Only here may a connection be unencrypted. */
  isLoopback: boolean;
  auth: { user: string; pass: string } | null;
}

export interface MailSettings {
  server: SmtpServer;
  from: Sender;
  keys: readonly string[];
}

/** `null`: mail is off. A name: this setting is wrong, and mail is off too. */
export type ReadMailSettings = MailSettings | 'SMTP_URL' | 'MAIL_FROM' | 'ADDRESS_KEY' | null;

interface Given {
  smtpUrl: string;
  mailFrom: string;
  addressKey: string;
}

export function readMailSettings({ smtpUrl, mailFrom, addressKey }: Given): ReadMailSettings {
  if (['', 'off'].includes(smtpUrl.trim())) return null;
  const server = parseSmtpUrl(smtpUrl);
  if (server === null) return 'SMTP_URL';
  const from = parseSender(mailFrom);
  if (from === null) return 'MAIL_FROM';
  const keys = Keys.safeParse(addressKey);
  return keys.success ? { server, from, keys: keys.data } : 'ADDRESS_KEY';
}

/** At least 32 characters, as the other keys. The newest encrypts and signs; both decrypt and verify. */
const Keys = z
  .string()
  .transform((text) => text.split(',').map((key) => key.trim()))
  .pipe(z.array(z.string().min(32)).min(1).max(2));

const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/** `smtps://user:password@host:465` or `smtp://…:587`, special characters escaped. No options: one could switch off TLS. */
export function parseSmtpUrl(text: string): SmtpServer | null {
  const url = URL.parse(text.trim());
  const port = url && PORTS[url.protocol];
  if (!url || !port || url.hostname === '' || url.search !== '' || url.hash !== '' || !['', '/'].includes(url.pathname)) return null;
  try {
    const [user, pass] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
    return {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? port : Number(url.port),
      isSecure: url.protocol === 'smtps:',
      isLoopback: LOOPBACK.includes(url.hostname),
      auth: user === '' ? null : { user, pass },
    };
  } catch {
    return null;
  }
}

/** `foyer@example.org` or `Foyer <foyer@example.org>`. */
export function parseSender(text: string): Sender | null {
  const [, name = '', inBrackets] = /^\s*([^<>"\p{Cc}]{0,60}?)\s*<([^<>]+)>\s*$/u.exec(text) ?? [];
  const address = (inBrackets ?? text).trim();
  return address.length <= EMAIL_MAX && z.regexes.html5Email.test(address) ? { name: name || 'Foyer', address } : null;
}
