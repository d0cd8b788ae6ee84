import type { Post } from '@foyer/functions/events/post';
import type { SmtpServer } from '@foyer/functions/mail/mail-settings';
import type { Mailer } from '@foyer/functions/mail/mailer';
import { openSmtpMailer } from '@foyer/functions/mail/smtp-mailer';
import type { SMTPServerOptions } from 'smtp-server';
import { afterAll } from 'vitest';
import { type CaughtMail, receiveMails } from '../../tools/mail-catcher/receive-mails.ts';
import { ORIGIN, openTestCloud, type TestCloud } from './cloud.ts';

export const MAIL_KEY = 'address-key-of-the-tests-01234567';
export const FROM = { name: 'Foyer', address: 'foyer@foyer.test' };

/** What every visitor in these tests writes, and what managers answer: no mail may ever have it. */
export const CANARY = 'canary-7f3a';

export interface MailServer {
  port: number;
  /** Everything it accepted, and in `all` what every server of this file did. */
  mails: CaughtMail[];
  mailer: Mailer;
  to(address: string): CaughtMail[];
}

const all: CaughtMail[] = [];
const stops: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(stops.map((stop) => stop())));

/** Every mail of this test file. */
export function everyMail(): readonly CaughtMail[] {
  return all;
}

/** A real SMTP server on loopback, and a mailer that uses it. */
export async function someMailServer(options: SMTPServerOptions = {}, client: Partial<SmtpServer> = {}): Promise<MailServer> {
  const mails: CaughtMail[] = [];
  const { port, stop } = await receiveMails((mail) => {
    mails.push(mail);
    all.push(mail);
  }, options);
  stops.push(stop);
  return { port, mails, mailer: mailerAt(port, client), to: (address) => mails.filter((mail) => mail.to.includes(address)) };
}

export function mailerAt(port: number, client: Partial<SmtpServer> = {}): Mailer {
  const server = { host: '127.0.0.1', port, isSecure: false, isLoopback: true, auth: null, ...client };
  return openSmtpMailer({ server, from: FROM, keys: [MAIL_KEY] });
}

/** An instance that sends mail, and its side that handles events. */
export function openMailCloud({ mailer }: { mailer: Mailer }): { cloud: TestCloud; post: Post } {
  const cloud = openTestCloud({ mail: async () => mailer });
  const post: Post = { ...cloud, origin: ORIGIN, push: async () => null, mail: async () => mailer };
  return { cloud, post };
}

/** The links of a mail, as paths of the site. */
export function linksIn({ text }: Pick<CaughtMail, 'text'>): string[] {
  return [...text.matchAll(/https:\/\/foyer\.test(\/\S*)/g)].map(([, path]) => path ?? '');
}
