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
/** The same for bytes: ten megabytes over a slow line. */
const BYTES_TIMEOUT_MS = 180_000;

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
  const content = body === undefined ? null : { type: 'application/json', content: JSON.stringify(body) };
  return answerTo<Answer<E>>(query ? `${address}?${new URLSearchParams(query)}` : address, method, content, proof, TIMEOUT_MS, credentials);
}

/** Posts a file as it is to an endpoint that takes one, and gives what the API made of it. Throws `ApiProblem`, nothing else. */
export async function sendBytes<E extends Endpoint>(
  path: E['path'],
  file: Blob,
  proof: Readonly<Record<string, string>>,
): Promise<Answer<E>> {
  return answerTo<Answer<E>>(path, 'POST', { type: file.type, content: file }, proof, BYTES_TIMEOUT_MS, 'same-origin');
}

async function answerTo<A>(
  address: string,
  method: Endpoint['method'],
  body: { type: string; content: string | Blob } | null,
  proof: Readonly<Record<string, string>>,
  timeoutMs: number,
  credentials: RequestCredentials,
): Promise<A> {
  const answer = await fetch(address, {
    method,
    headers: { ...(body ? { 'content-type': body.type } : {}), ...proof },
    ...(body ? { body: body.content } : {}),
    credentials,
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(() => {
    throw new ApiProblem('offline', 'There is no connection just now.');
  });
  if (answer.status === 204) return null as A;
  const content: unknown = await answer.json().catch(() => null);
  if (answer.ok && content !== null) return content as A;
  const problem = content as ProblemBody | null;
  throw new ApiProblem(problem?.code ?? 'internal', problem?.title ?? 'Something went wrong on our side. Please try again.', problem ?? {});
}
