import type { Pause } from '@foyer/domain/page-state';
import { type Challenge, type FieldError, PROBLEMS, type ProblemBody, type ProblemCode } from '@foyer/domain/problem';
import { pauseDetail, titleOf, valuesOf } from './problem-titles.ts';

interface Details {
  errors?: FieldError[];
  suggestion?: string;
  pause?: Pause;
  challenge?: Challenge;
  retryAfterMs?: number;
  isSessionMissing?: true;
  allow?: string;
}

/** Thrown by any act to end a request with a stable code. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly details: Details;

  constructor(code: ProblemCode, details: Details = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** The error answer (RFC 9457), with `Retry-After` in whole seconds if waiting helps. */
export function problemResponse({ code, details }: Problem): Response {
  const status = PROBLEMS[code];
  const values = valuesOf(code);
  const retryAfterSeconds = details.retryAfterMs === undefined ? undefined : Math.max(1, Math.ceil(details.retryAfterMs / 1000));
  const body: ProblemBody = {
    type: 'about:blank',
    title: titleOf(code),
    status,
    code,
    ...(values ? { values } : {}),
    ...(details.errors ? { errors: details.errors } : {}),
    ...(details.pause ? { detail: pauseDetail(details.pause), pause: details.pause } : {}),
    ...(details.challenge ? { challenge: details.challenge } : {}),
    ...(details.suggestion ? { suggestion: details.suggestion } : {}),
    ...(retryAfterSeconds ? { retryAfterSeconds } : {}),
    ...(details.isSessionMissing ? { isSessionMissing: true } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      ...(retryAfterSeconds ? { 'retry-after': String(retryAfterSeconds) } : {}),
      ...(details.allow ? { allow: details.allow } : {}),
    },
  });
}
