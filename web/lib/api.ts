import type { Answer, Call, Endpoint } from '@foyer/domain/endpoint';
import type { ProblemBody, ProblemCode } from '@foyer/domain/problem';

/** Why a call failed. `offline` means that no answer came at all: the request may or may not have arrived, so retry with the same ids. */
export class ApiProblem extends Error {
  readonly code: ProblemCode | 'offline';
  readonly body: Partial<ProblemBody>;

  constructor(code: ProblemCode | 'offline', message: string, body: Partial<ProblemBody> = {}) {
    super(message);
    this.code = code;
    this.body = body;
  }

  /** Whether the same request may succeed later without a change by the person. */
  get isTransient(): boolean {
    return ['offline', 'busy', 'internal', 'too-fast', 'body-too-slow', 'challenge-required'].includes(this.code);
  }
}

/** After this long without an answer a request counts as lost. */
const TIMEOUT_MS = 20_000;

/**
 * Calls one endpoint of the API: `call<typeof sendMessageEndpoint>('POST', '/api/…', { params, body })`. Only types come from the contract,
 * so no schema reaches the browser. `proof` are the headers that say who calls; with `omit` no cookie goes or comes. Throws `ApiProblem`,
 * nothing else.
 */
export async function call<E extends Endpoint>(
  method: E['method'],
  path: E['path'],
  input: Call<E>,
  proof: Readonly<Record<string, string>> = {},
  credentials: RequestCredentials = 'same-origin',
): Promise<Answer<E>> {
  const { params, query, body } = input as { params?: Record<string, string>; query?: Record<string, string>; body?: unknown };
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
  const answer = await fetch(query ? `${address}?${new URLSearchParams(query)}` : address, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...proof },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    credentials,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => {
    throw offline();
  });
  return answerOf<Answer<E>>(answer.status, answer.status === 204 ? null : await answer.json().catch(() => null));
}

/** No answer came. */
export function offline(): ApiProblem {
  return new ApiProblem('offline', 'There is no connection just now.');
}

/** What an answer of the API says, by its status and its JSON. Throws `ApiProblem` for a refusal. */
export function answerOf<A>(status: number, content: unknown): A {
  if (status === 204) return null as A;
  if (status >= 200 && status < 300 && content !== null) return content as A;
  const problem = content as ProblemBody | null;
  throw new ApiProblem(problem?.code ?? 'internal', problem?.title ?? 'Something went wrong on our side. Please try again.', problem ?? {});
}
