import { type Challenge, type FieldError, PROBLEMS, type ProblemBody, type ProblemCode } from '@foyer/domain/problem';

interface Details {
  errors?: FieldError[];
  suggestion?: string;
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

/** The error answer (RFC 9457), with `Retry-After` in whole seconds where waiting helps. */
export function problemResponse({ code, details }: Problem): Response {
  const { status, title } = PROBLEMS[code];
  const retryAfterSeconds = details.retryAfterMs === undefined ? undefined : Math.max(1, Math.ceil(details.retryAfterMs / 1000));
  const body: ProblemBody = {
    type: 'about:blank',
    title,
    status,
    code,
    ...(details.errors ? { errors: details.errors } : {}),
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
