import type { Context } from 'hono';
import { logs } from '../logs.ts';
import { Problem } from './problem.ts';
import { FILE_POLICY } from './security-headers.ts';

/** Plain text for people when a page or picture cannot be sent. Not cached. */
export const READER_SENTENCES = {
  429: 'Too many requests came from your network. Try again in a moment.',
  503: 'Something went wrong on our side. Try again in a moment.',
} as const;

/** Answers a failed read. `what` names the kind of thing in the logs. */
export function refuseReader(context: Context, what: string, cause: unknown): Response {
  const isRefusal = cause instanceof Problem;
  if (!isRefusal) logs.requestFailed(context.req.method, what, cause);
  const status = isRefusal && cause.code === 'too-fast' ? 429 : 503;
  const waitMs = (isRefusal ? cause.details.retryAfterMs : undefined) ?? 5000;
  return context.text(READER_SENTENCES[status], status, readerRefusalHeaders(waitMs));
}

/** The headers of a refusal, in addition to those of every answer. */
export function readerRefusalHeaders(waitMs: number): Record<string, string> {
  return {
    'cache-control': 'no-store',
    'content-security-policy': FILE_POLICY,
    'retry-after': String(Math.max(1, Math.ceil(waitMs / 1000))),
  };
}
