import { z } from 'zod';

/** Says in one sentence why a request got no usable answer. */
export class Unanswered extends Error {
  /** The service's error; `null` if it gave none. */
  readonly problem: Problem | null;

  constructor(message: string, problem: Problem | null = null) {
    super(message);
    this.problem = problem;
  }
}

export interface Answer {
  status: number;
  json: unknown;
}

const Details = z.object({ reason: z.string().optional(), metadata: z.object({ service: z.string().optional() }).optional() });
const Refusal = z.object({
  code: z.number().optional(),
  status: z.string().optional(),
  message: z.string().optional(),
  details: z.array(Details).optional(),
});
/** A Google error (google.rpc.Status). In a streamed answer, such as a query's, it is the first of a list. */
const Refused = z.object({ error: Refusal }).or(
  z
    .tuple([z.object({ error: Refusal })])
    .rest(z.unknown())
    .transform(([first]) => first),
);

export interface Problem {
  /** The error's HTTP status, which in a stream differs from the response's. */
  code: number;
  /** Such as `NOT_FOUND`. */
  status: string;
  /** Google's message, on one line. */
  message: string;
  /** Such as `SERVICE_DISABLED`. Security rules give none. */
  reason: string | null;
  service: string | null;
}

/** Sends one request; the time limit includes reading the body. Throws `Unanswered` if no JSON comes back. */
export async function send(url: string, init: RequestInit, timeoutMs: number): Promise<Answer> {
  const { host } = new URL(url);
  const { status, text } = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
    .then(async (response) => ({ status: response.status, text: await response.text() }))
    .catch((error: unknown) => {
      const isLate = error instanceof Error && error.name === 'TimeoutError';
      throw new Unanswered(
        isLate
          ? `${host} did not answer within ${timeoutMs / 1000} s. Try again.`
          : `${host} can't be reached. Check your connection and try again.`,
      );
    });
  try {
    return { status, json: JSON.parse(text) };
  } catch {
    throw new Unanswered(`${host} answered ${status} with something that is not JSON. Try again in a minute.`);
  }
}

export function problemOf({ status, json }: Answer): Problem | null {
  const refused = Refused.safeParse(json);
  if (!refused.success) return status < 400 ? null : { code: status, status: '', message: '', reason: null, service: null };
  const { error } = refused.data;
  const detail = error.details?.find(({ reason }) => reason !== undefined);
  return {
    code: error.code ?? status,
    status: error.status ?? '',
    message: (error.message ?? '')
      .replace(/[\s\p{C}]+/gu, ' ')
      .trim()
      .slice(0, 300),
    reason: detail?.reason ?? null,
    service: detail?.metadata?.service ?? null,
  };
}
