import { createHmac, timingSafeEqual } from 'node:crypto';
import { LANGUAGES, type Language } from '@foyer/domain/languages';
import { confirmMailPage, stopMailPage } from '@foyer/domain/mail-form';
import { z } from 'zod';
import { keyFor } from './mail-keys.ts';

const DAY_MS = 24 * 3600_000;
/** How long an address waits for its confirmation. */
export const CONFIRM_MS = DAY_MS;
/** People look for the link in an old mail. */
const STOP_MS = 180 * DAY_MS;

/** What a link does: confirms an address, or stops a visitor's or a manager's mails. It opens nothing and shows no message. */
export type MailLink =
  | { does: 'confirm' | 'stop-visitor'; managerId: string; conversationId: string; requestId: string; language: Language }
  | { does: 'stop-manager'; managerId: string; language: Language };

const Content = z.tuple([
  z.enum(['confirm', 'stop-visitor', 'stop-manager']),
  z.enum(LANGUAGES),
  z.int(),
  z.string(),
  z.string(),
  z.string(),
]);

/** The address of a link, signed and expiring. */
export function mailLink(origin: string, [secret = '']: readonly string[], nowMs: number, link: MailLink): string {
  const { path } = link.does === 'confirm' ? confirmMailPage : stopMailPage;
  const ids = 'requestId' in link ? [link.conversationId, link.requestId] : ['', ''];
  const until = nowMs + (link.does === 'confirm' ? CONFIRM_MS : STOP_MS);
  const content = Buffer.from(JSON.stringify([link.does, link.language, until, link.managerId, ...ids])).toString('base64url');
  return `${origin}${path}?token=${content}.${signature(secret, content)}`;
}

/** `null` if the token is forged or has expired. */
export function readMailToken(secrets: readonly string[], nowMs: number, token: string): MailLink | null {
  const [content = '', signed = ''] = token.split('.');
  if (!secrets.some((secret) => isEqual(signature(secret, content), signed))) return null;
  const [does, language, until, managerId, conversationId, requestId] = Content.parse(
    JSON.parse(Buffer.from(content, 'base64url').toString('utf8')),
  );
  if (until <= nowMs) return null;
  return does === 'stop-manager' ? { does, managerId, language } : { does, managerId, conversationId, requestId, language };
}

function signature(secret: string, content: string): string {
  return createHmac('sha256', keyFor('link', secret)).update(content).digest('base64url').slice(0, 32);
}

function isEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
