import type { z } from 'zod';
import type { ProblemCode } from './problem.ts';

/**
 * The contract of one HTTP endpoint. The route, the web client's call and the API's document all come from it,
 * so none of them can drift from the others.
 */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With parameters in braces: `/api/conversations/{conversationId}/messages`. */
  path: `/api/${string}`;
  /** A short name for the API reference, as an imperative without a full stop. */
  summary: string;
  /** What a caller should know beyond that, in Markdown. */
  description: string;
  /** Who may call: anybody, the browser that holds the conversation's cookie, a signed-in manager, or either of the last two. */
  caller: 'anyone' | 'visitor' | 'manager' | 'either';
  /** Whether Auth is asked, at the price of a call to it, that a manager's sign-in was not revoked and the account not disabled. */
  checksRevocation?: true;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodObject;
  /** Bytes of the body, where it may have more than `BODY_MAX`. */
  bodyMax?: number;
  /** Where the body is a file: what it usually is, and its bytes. The file itself says what it is, not its `Content-Type`. */
  file?: { types: readonly string[]; max: number };
  /** `null` for an empty answer (204). */
  answer: z.ZodType | null;
  /** Problems that a caller should expect, beside `invalid-request` and `internal`. */
  problems: readonly ProblemCode[];
}

/** What every write with a body can be refused for, before anything is looked at. */
export const WRITE_PROBLEMS = [
  'foreign-origin',
  'too-fast',
  'body-too-slow',
  'body-too-large',
  'unsupported-content-type',
  'malformed-json',
] as const;

/** What every call of a manager can be refused for, before its body is read. */
export const MANAGER_PROBLEMS = ['signed-out', 'email-unverified', 'not-the-app'] as const;

/** The same for a file. */
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

/** What a handler gets, parsed. */
export interface Received<E extends Endpoint> {
  params: OutputOf<E['params']>;
  query: OutputOf<E['query']>;
  body: OutputOf<E['body']>;
}

/** What a caller gets back. */
export type Answer<E extends Endpoint> = E['answer'] extends z.ZodType ? z.output<E['answer']> : null;
