import { createHmac, timingSafeEqual } from 'node:crypto';
import { SESSIONS_MAX } from '@foyer/domain/limits';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { z } from 'zod';
import { Problem } from '../http/problem.ts';
import type { Env } from '../http/route.ts';

/** The only cookie that Firebase Hosting passes on. */
const NAME = '__session';
const LIFETIME_MS = 180 * 24 * 3600_000;
const RENEW_AFTER_MS = 24 * 3600_000;

/** One conversation that this browser may open. The code is not in it. `issuedAt` is in ms since 1970. */
export interface Session {
  managerId: string;
  conversationId: string;
  epoch: number;
  issuedAt: number;
}

const Entries = z.array(z.tuple([z.string(), z.string(), z.int(), z.int()])).max(SESSIONS_MAX);

/** The conversations of this browser, newest first; empty when the cookie is absent, forged, or too old. */
export function readSessions(context: Context<Env>): Session[] {
  const { config, now } = context.var.cloud;
  return parseSessions(getCookie(context, NAME), config.sessionKeys, now());
}

/** Adds or replaces one conversation and sends the cookie. At most 20 are kept, and one for each manager. */
export function keepSession(context: Context<Env>, session: Omit<Session, 'issuedAt'>): void {
  const others = readSessions(context).filter((other) => other.managerId !== session.managerId);
  writeSessions(context, [{ ...session, issuedAt: context.var.cloud.now() }, ...others]);
}

/** Sends the cookie anew once a day, so that 180 days count from the last visit. */
export function renewSession(context: Context<Env>, session: Session): void {
  if (context.var.cloud.now() - session.issuedAt > RENEW_AFTER_MS) keepSession(context, session);
}

/** Removes the conversations with one manager, or all. Returns whether none is left. */
export function dropSessions(context: Context<Env>, managerId: string | null): boolean {
  const left = managerId === null ? [] : readSessions(context).filter((session) => session.managerId !== managerId);
  writeSessions(context, left);
  return left.length === 0;
}

/** This browser's session of one conversation. Throws `session-ended`. */
export function sessionOf(context: Context<Env>, conversationId: string): Session {
  const session = readSessions(context).find((candidate) => candidate.conversationId === conversationId);
  if (!session) throw new Problem('session-ended', { isSessionMissing: true });
  return session;
}

/** Reads a cookie's value under any of the keys. */
export function parseSessions(value: string | undefined, keys: readonly string[], nowMs: number): Session[] {
  const [content, signature] = value?.split('.') ?? [];
  if (content === undefined || signature === undefined) return [];
  if (!keys.some((key) => isEqual(sign(content, key), signature))) return [];
  const entries = Entries.safeParse(JSON.parse(Buffer.from(content, 'base64url').toString('utf8')));
  return (entries.data ?? [])
    .map(([managerId, conversationId, epoch, issuedAt]) => ({ managerId, conversationId, epoch, issuedAt }))
    .filter((session) => nowMs - session.issuedAt < LIFETIME_MS);
}

/** Signs a cookie's value with the newest key. */
export function formatSessions(sessions: readonly Session[], keys: readonly string[]): string {
  const entries = sessions
    .slice(0, SESSIONS_MAX)
    .map((session) => [session.managerId, session.conversationId, session.epoch, session.issuedAt]);
  const content = Buffer.from(JSON.stringify(entries)).toString('base64url');
  return `${content}.${sign(content, keys[0] ?? '')}`;
}

function writeSessions(context: Context<Env>, sessions: readonly Session[]): void {
  const value = sessions.length === 0 ? '' : formatSessions(sessions, context.var.cloud.config.sessionKeys);
  const maxAge = sessions.length === 0 ? 0 : LIFETIME_MS / 1000;
  const secure = isPlain(context) ? '' : ' Secure;';
  context.header('set-cookie', `${NAME}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly;${secure} SameSite=Strict`);
}

/** Whether the site itself is open by plain http, as with the emulators: from there Safari takes no secure cookie, not even on this machine. */
function isPlain(context: Context<Env>): boolean {
  const origin = context.req.header('origin') ?? '';
  return origin.startsWith('http:') && context.var.cloud.config.origins.includes(origin);
}

function sign(content: string, key: string): string {
  return createHmac('sha256', key).update(`session:${content}`).digest('base64url');
}

function isEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
