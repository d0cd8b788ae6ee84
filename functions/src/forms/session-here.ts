import type { Context } from 'hono';
import { Problem } from '../http/problem.ts';
import type { Env } from '../http/route.ts';
import type { FoundManager } from '../managers/find-manager.ts';
import { type Session, sessionOf } from '../sessions/session-cookie.ts';

/** This browser's session of a conversation on the form's page. Throws `session-ended`. */
export function sessionHere(context: Context<Env>, { managerId }: FoundManager, conversationId: string): Session {
  const session = sessionOf(context, conversationId);
  if (session.managerId !== managerId) throw new Problem('session-ended');
  return session;
}
