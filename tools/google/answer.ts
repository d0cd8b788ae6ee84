import { z } from 'zod';

/** Why something could not be checked, in a sentence for the person who asked. */
export class Unanswered extends Error {
  /** What the service said, where it answered at all. */
  readonly problem: Problem | null;

  constructor(message: string, problem: Problem | null = null) {
    super(message);
    this.problem = problem;
  }
}

/** What came back: the HTTP status and the JSON. */
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
/** An error of Google's (google.rpc.Status). Where the answer is a stream, as of a query, it is the first of a list. */
const Refused = z.object({ error: Refusal }).or(
  z
    .tuple([z.object({ error: Refusal })])
    .rest(z.unknown())
    .transform(([first]) => first),
);

/** What an answer says went wrong. */
export interface Problem {
  /** The HTTP status that the answer speaks of, which in a stream is not that of the response. */
  code: number;
  /** Such as `NOT_FOUND`. */
  status: string;
  /** Google's own words, on one line. */
  message: string;
  /** Such as `SERVICE_DISABLED`. Security rules give none. */
  reason: string | null;
  /** The API that the reason is about. */
  service: string | null;
}

/** Sends one request, with a time limit for the whole of it. Throws `Unanswered` where no JSON comes back. */
export async function send(url: string, init: RequestInit, timeoutMs: number): Promise<Answer> {
  const { host } = new URL(url);
  const { status, text } = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
    .then(async (response) => ({ status: response.status, text: await response.text() }))
    .catch((error: unknown) => {
      const isLate = error instanceof Error && error.name === 'TimeoutError';
      throw new Unanswered(
        isLate
          ? `${host} did not answer within ${timeoutMs / 1000} s. Try again.`
          : `${host} cannot be reached. Try again with a connection.`,
      );
    });
  try {
    return { status, json: JSON.parse(text) };
  } catch {
    throw new Unanswered(`${host} answered ${status} with something that is not JSON. Try again in a minute.`);
  }
}

/** Reads the error of an answer; null where it is none. */
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
