import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { SESSIONS_MAX } from '@foyer/domain/limits';
import type { Context } from 'hono';
import { z } from 'zod';
import { Problem } from '../http/problem.ts';
import type { Env } from '../http/route.ts';
import { logs } from '../logs.ts';

/** The only cookie that Firebase Hosting passes on. */
const NAME = '__session';
/** Hosting's CDN includes the cookie in its cache key. Only the API reads it, so pages are requested without it. */
const PATH = '/api';
/** The path until 2026-11. A browser with an old cookie sends both. */
const FORMER_PATH = '/';
const LIFETIME_MS = 180 * 24 * 3600_000;
const RENEW_AFTER_MS = 24 * 3600_000;

/** Valid while the conversation has this epoch and did not end this session. */
export interface OpenSession {
  managerId: string;
  conversationId: string;
  epoch: number;
  /** 48 random bits, to end this session alone. */
  sessionId: string;
}

/** As stored in the cookie, without the code. `issuedAt` is in ms since 1970. */
export interface Session extends OpenSession {
  issuedAt: number;
}

const Entry = z.tuple([z.string(), z.string(), z.int(), z.int(), z.string().max(16).optional()]);
const Entries = z.array(Entry).max(SESSIONS_MAX);

export function newSessionId(): string {
  return randomBytes(6).toString('base64url');
}

/** This browser's conversations, newest first; empty if the cookie is missing, forged or too old. */
export function readSessions(context: Context<Env>): Session[] {
  const { config, now } = context.var.cloud;
  for (const value of cookieValues(context.req.header('cookie') ?? '')) {
    const sessions = parseSessions(value, config.sessionKeys, now());
    if (sessions.length > 0) return sessions;
  }
  return [];
}

/** Adds or replaces one conversation and sends the cookie. It keeps at most 20, one per manager. */
export function keepSession(context: Context<Env>, session: OpenSession): void {
  const others = readSessions(context).filter((other) => other.managerId !== session.managerId);
  writeSessions(context, [{ ...session, issuedAt: context.var.cloud.now() }, ...others]);
}

/** Sends the cookie again once a day, so 180 days count from the last visit. */
export function renewSession(context: Context<Env>, session: Session): void {
  if (context.var.cloud.now() - session.issuedAt > RENEW_AFTER_MS) keepSession(context, session);
}

/** Removes conversations with one manager, or all, from the cookie. Returns them, and whether none is left. */
export function dropSessions(context: Context<Env>, managerId: string | null): { dropped: Session[]; isLast: boolean } {
  const isKept = (session: Session) => managerId !== null && session.managerId !== managerId;
  const sessions = readSessions(context);
  const left = sessions.filter(isKept);
  writeSessions(context, left);
  return { dropped: sessions.filter((session) => !isKept(session)), isLast: left.length === 0 };
}

/** Throws `session-ended`. */
export function sessionOf(context: Context<Env>, conversationId: string): Session {
  const session = readSessions(context).find((candidate) => candidate.conversationId === conversationId);
  if (!session) throw new Problem('session-ended', { isSessionMissing: true });
  return session;
}

export function parseSessions(value: string | undefined, keys: readonly string[], nowMs: number): Session[] {
  const [content, signature] = value?.split('.') ?? [];
  if (content === undefined || signature === undefined) return [];
  if (!keys.some((key) => isEqual(sign(content, key), signature))) {
    logs.cookieRefused();
    return [];
  }
  const entries = Entries.safeParse(JSON.parse(Buffer.from(content, 'base64url').toString('utf8')));
  return (entries.data ?? [])
    .map(([managerId, conversationId, epoch, issuedAt, sessionId = formerId(issuedAt)]) => ({
      managerId,
      conversationId,
      epoch,
      issuedAt,
      sessionId,
    }))
    .filter((session) => nowMs - session.issuedAt < LIFETIME_MS);
}

export function formatSessions(sessions: readonly Session[], keys: readonly string[]): string {
  const entries = sessions
    .slice(0, SESSIONS_MAX)
    .map((session) => [session.managerId, session.conversationId, session.epoch, session.issuedAt, session.sessionId]);
  const content = Buffer.from(JSON.stringify(entries)).toString('base64url');
  return `${content}.${sign(content, keys[0] ?? '')}`;
}

function writeSessions(context: Context<Env>, sessions: readonly Session[]): void {
  const value = sessions.length === 0 ? '' : formatSessions(sessions, context.var.cloud.config.sessionKeys);
  const maxAge = sessions.length === 0 ? 0 : LIFETIME_MS / 1000;
  const attributes = `HttpOnly;${isPlain(context) ? '' : ' Secure;'} SameSite=Strict`;
  context.header('set-cookie', `${NAME}=; Path=${FORMER_PATH}; Max-Age=0; ${attributes}`);
  // Must be the last such header: the Hosting emulator passes on only one.
  context.header('set-cookie', `${NAME}=${value}; Path=${PATH}; Max-Age=${maxAge}; ${attributes}`, { append: true });
}

/** All values sent under our name, the one with the longer path first (RFC 6265, 5.4). */
function cookieValues(header: string): string[] {
  return header.split(';').flatMap((pair) => {
    const [name = '', ...value] = pair.split('=');
    return name.trim() === NAME ? [value.join('=').trim()] : [];
  });
}

/** Sessions begun before 2026-11 have no id: the time of their cookie serves as one. */
function formerId(issuedAt: number): string {
  return issuedAt.toString(36);
}

/** Whether the site runs on plain http, as on the emulators: Safari accepts no secure cookie there, not even on localhost. */
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
