import type { FaultCode, Values } from './fault.ts';
import type { Pause } from './page-state.ts';

/**
 * Every way a request can fail: a stable code for programs, and its HTTP status. The wire form is RFC 9457 (`application/problem+json`).
 * Each code has a sentence in words/<language>/visitor-problems.json if visitors can meet it, else in problems.json.
 */
export const PROBLEMS = {
  'malformed-json': 400,
  'invalid-request': 400,
  'signed-out': 401,
  'session-ended': 401,
  'not-the-app': 401,
  'foreign-origin': 403,
  'sign-in-again': 403,
  'email-unverified': 403,
  'not-trusted': 403,
  blocked: 403,
  'messages-paused': 403,
  'page-offline': 403,
  'not-found': 404,
  'unknown-slug': 404,
  'no-page': 404,
  'push-off': 404,
  'unknown-device': 404,
  'unknown-conversation': 404,
  'unknown-code': 404,
  'mail-off': 404,
  'method-not-allowed': 405,
  'message-conflict': 409,
  'code-in-use': 409,
  'slug-taken': 409,
  'slug-reserved': 409,
  'too-many-moves': 409,
  'changed-elsewhere': 409,
  'picture-gone': 409,
  'too-many-pictures': 409,
  'page-exists': 409,
  'mail-unconfirmed': 409,
  'too-many-devices': 409,
  'code-as-message': 422,
  'link-unknown': 404,
  'link-forbidden': 422,
  'link-unreachable': 422,
  'link-unreadable': 422,
  'link-elsewhere': 422,
  'link-one-way': 422,
  'body-too-slow': 408,
  'conversation-deleted': 410,
  'body-too-large': 413,
  'picture-too-heavy': 413,
  'picture-too-large': 413,
  'not-a-picture': 415,
  'picture-moves': 415,
  'picture-too-small': 422,
  'picture-too-narrow': 422,
  'picture-broken': 422,
  'unsupported-content-type': 415,
  'challenge-required': 428,
  'too-fast': 429,
  'too-many-conversations': 429,
  'too-many-codes': 429,
  'too-many-new-codes': 429,
  'too-many-mails': 429,
  'inbox-full': 429,
  internal: 500,
  'mail-failed': 503,
  'push-failed': 502,
  'new-conversations-paused': 503,
  'sending-paused': 503,
  busy: 503,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof PROBLEMS;

export interface FieldError {
  /** Dotted, such as `changes.sections.0.title`. */
  path: string;
  code: FaultCode;
  /** The values that `FAULTS` names for this code. */
  values?: Values;
  /** The error as an English sentence. */
  message: string;
}

/** A small proof of work for a browser without another sign of trust (see challenge.ts). */
export interface Challenge {
  algorithm: string;
  challenge: string;
  maxnumber: number;
  salt: string;
  signature: string;
}

/** The body of every error answer (RFC 9457), with `retryAfterSeconds` if waiting helps. */
export interface ProblemBody {
  type: 'about:blank';
  title: string;
  status: number;
  code: ProblemCode;
  /** The values in the code's message, such as a limit. */
  values?: Values;
  errors?: FieldError[];
  suggestion?: string;
  /** With `messages-paused`: the same for people, in English. */
  detail?: string;
  /** With `messages-paused`. */
  pause?: Pause;
  /** With `challenge-required`. */
  challenge?: Challenge;
  retryAfterSeconds?: number;
  /** With `session-ended`: the cookie has no such conversation. Without it, the browser was signed out. */
  isSessionMissing?: true;
}
