import { PROBLEMS, type ProblemCode } from '@foyer/domain/problem';
import { expect } from 'vitest';

export interface RawAnswer {
  status: number;
  headers: Headers;
  text: string;
  code: ProblemCode | null;
}

export async function readAnswer(response: Response | Promise<Response>): Promise<RawAnswer> {
  const answer = await response;
  const { status, headers } = answer;
  const text = await answer.text();
  // The answer to HEAD has none.
  const isProblem = headers.get('content-type') === 'application/problem+json' && text !== '';
  return { status, headers, text, code: isProblem ? (JSON.parse(text) as { code: ProblemCode }).code : codeInPage(text) };
}

/** A page that refuses a form names the problem too. */
function codeInPage(text: string): ProblemCode | null {
  const code = /<main [^>]*data-problem="([a-z-]+)"/.exec(text)?.[1];
  return code && code in PROBLEMS ? (code as ProblemCode) : null;
}

/** Patterns of stack traces, our own paths and library names. */
const INSIDES =
  /\n\s+at |node_modules|functions\/src|\.tsx?:\d|\b(?:Zod|Type|Range|Syntax|Reference|Firebase)Error\b|firestore\.googleapis/;

/** Fails unless a request succeeded, or was refused with a stable code, without revealing internals. */
export function expectOrdinary({ status, headers, text, code }: RawAnswer, about: string): void {
  expect(status, `${about}: ${text.slice(0, 300)}`).toBeLessThan(500);
  expect(status, about).toBeGreaterThanOrEqual(200);
  expect(headers.get('cache-control'), about).toBe('private, no-store');
  if (status < 300) return;
  expect(Object.keys(PROBLEMS), about).toContain(code);
  expect(code && PROBLEMS[code], about).toBe(status);
  expect(text, about).not.toMatch(INSIDES);
}
