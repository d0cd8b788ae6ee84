import type { z } from 'zod';
import type { ProblemCode } from './problem.ts';

/** The contract of one HTTP endpoint. The route, the web client's call and the API document come from it, so they cannot diverge. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Parameters are in braces: `/api/conversations/{conversationId}/messages`. */
  path: `/api/${string}`;
  /** A short name for the API reference, in the imperative, without a full stop. */
  summary: string;
  /** Markdown. */
  description: string;
  /** Who may call: anyone, the browser with the conversation's cookie, a signed-in manager, or either of the last two. */
  caller: 'anyone' | 'visitor' | 'manager' | 'either';
  /** Asks Auth, at the cost of a call, whether the sign-in was revoked or the account disabled. */
  checksRevocation?: true;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodObject;
  /** The body's maximum in bytes, if it may exceed `BODY_MAX`. */
  bodyMax?: number;
  /** For a file as the body: its usual types and maximum bytes. The file's content decides its type, not `Content-Type`. */
  file?: { types: readonly string[]; max: number };
  /** `null` for an empty answer (204). */
  answer: z.ZodType | null;
  /** Problems a caller should expect, in addition to `invalid-request` and `internal`. */
  problems: readonly ProblemCode[];
}

/** Problems of every write with a body, before it is examined. */
export const WRITE_PROBLEMS = [
  'foreign-origin',
  'too-fast',
  'body-too-slow',
  'body-too-large',
  'unsupported-content-type',
  'malformed-json',
] as const;

/** Problems of every manager's call, before its body is read. */
export const MANAGER_PROBLEMS = ['signed-out', 'email-unverified', 'not-the-app'] as const;

export const FILE_PROBLEMS = ['foreign-origin', 'too-fast', 'body-too-slow'] as const;

/** Keeps the literal types of a contract. */
export function endpoint<const E extends Endpoint>(contract: E): E {
  return contract;
}

type InputOf<S> = S extends z.ZodType ? z.input<S> : never;
type OutputOf<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What a caller sends: only the parts that the contract has. */
export type Call<E extends Endpoint> = (E['params'] extends z.ZodType ? { params: InputOf<E['params']> } : { params?: never }) &
  (E['query'] extends z.ZodType ? { query: InputOf<E['query']> } : { query?: never }) &
  (E['body'] extends z.ZodType ? { body: InputOf<E['body']> } : { body?: never });

export interface Received<E extends Endpoint> {
  params: OutputOf<E['params']>;
  query: OutputOf<E['query']>;
  body: OutputOf<E['body']>;
}

export type Answer<E extends Endpoint> = E['answer'] extends z.ZodType ? z.output<E['answer']> : null;
