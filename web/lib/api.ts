import type { Answer, Call, Endpoint } from '@foyer/domain/endpoint';
import type { ProblemBody, ProblemCode } from '@foyer/domain/problem';

/**
 * Why a call failed: a code with a sentence in `problem-sentence.ts`, and the server's answer. `offline` means that no answer came: the
 * request may or may not have arrived, so retry with the same ids.
 */
export class ApiProblem extends Error {
  readonly code: ProblemCode | 'offline';
  readonly body: Partial<ProblemBody>;

  constructor(code: ProblemCode | 'offline', body: Partial<ProblemBody> = {}) {
    super(code);
    this.code = code;
    this.body = body;
  }
}

/** A request without a response for this long counts as lost. */
export const TIMEOUT_MS = 20_000;

/**
 * Calls one endpoint of the API: `call<typeof sendMessageEndpoint>('POST', '/api/…', { params, body })`. Imports only types of the
 * contract, so no schema reaches the browser. `proof` are headers that authenticate the caller; `omit` neither sends nor stores cookies.
 * `ending` ends the request, which then counts as lost. Throws only `ApiProblem`.
 */
export async function call<E extends Endpoint>(
  method: E['method'],
  path: E['path'],
  input: Call<E>,
  proof: Readonly<Record<string, string>> = {},
  credentials: RequestCredentials = 'same-origin',
  ending = AbortSignal.timeout(TIMEOUT_MS),
): Promise<Answer<E>> {
  const { params, query, body } = input as { params?: Record<string, string>; query?: Record<string, string>; body?: unknown };
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
  const answer = await fetch(query ? `${address}?${new URLSearchParams(query)}` : address, {
    method,
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...proof },
    body: JSON.stringify(body),
    credentials,
    signal: ending,
  }).catch(() => {
    throw offline();
  });
  return answerOf<Answer<E>>(answer.status, await answer.json().catch(() => null));
}

export function offline(): ApiProblem {
  return new ApiProblem('offline');
}

/** Returns the content of an API response, given its status and JSON. Throws `ApiProblem` for a refusal. */
export function answerOf<A>(status: number, content: unknown): A {
  if (status === 204) return null as A;
  if (status >= 200 && status < 300 && content !== null) return content as A;
  const problem: Partial<ProblemBody> = content ?? {};
  throw new ApiProblem(problem.code ?? 'internal', problem);
}
