import type { Context } from 'hono';
import { logs } from '../logs.ts';
import { Problem } from './problem.ts';
import { FILE_POLICY } from './security-headers.ts';

/** What a person reads, in plain text, when a page or a picture cannot be sent. No cache keeps it. */
const SENTENCES = {
  429: 'Too many requests came from your network. Please try again in a moment.',
  503: 'Something went wrong on our side. Please try again in a moment.',
} as const;

/** Answers a read that failed. `what` names the kind of thing in the logs. */
export function refuseReader(context: Context, what: string, cause: unknown): Response {
  const isRefusal = cause instanceof Problem;
  if (!isRefusal) logs.requestFailed(context.req.method, what, cause);
  const status = isRefusal && cause.code === 'too-fast' ? 429 : 503;
  const waitMs = (isRefusal ? cause.details.retryAfterMs : undefined) ?? 5000;
  return context.text(SENTENCES[status], status, {
    'cache-control': 'no-store',
    'content-security-policy': FILE_POLICY,
    'retry-after': String(Math.max(1, Math.ceil(waitMs / 1000))),
  });
}
