import type { Endpoint } from '@foyer/domain/endpoint';
import { PROBLEMS, type ProblemBody, type ProblemCode } from '@foyer/domain/problem';
import { type OpenAPIHono, z } from '@hono/zod-openapi';

type Answers = Parameters<OpenAPIHono['openAPIRegistry']['registerPath']>[0]['responses'];

const CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

const ProblemSchema = z
  .object({
    type: z.literal('about:blank'),
    title: z.string().openapi({ description: 'What went wrong, as an English sentence for people.' }),
    status: z.int(),
    code: z.enum(CODES).openapi({ description: 'A stable name for programs.' }),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .openapi({ description: 'With `invalid-request`: what is wrong with each field.' }),
    suggestion: z.string().optional().openapi({ description: 'With `slug-taken` and `slug-reserved`: a similar slug that is free.' }),
    challenge: z
      .object({ algorithm: z.string(), challenge: z.string(), maxnumber: z.int(), salt: z.string(), signature: z.string() })
      .optional()
      .openapi({ description: 'With `challenge-required`: an ALTCHA proof of work to solve and send as `proof`.' }),
    retryAfterSeconds: z.int().optional().openapi({ description: 'Seconds to wait before the next try, if waiting helps.' }),
    isSessionMissing: z
      .literal(true)
      .optional()
      .openapi({ description: 'With `session-ended`: the cookie has no such conversation. Without it, this browser was signed out.' }),
  })
  .openapi('Problem', { description: 'An error (RFC 9457).' });

/** What some problems have besides their sentence. */
const DETAILS: Partial<Record<ProblemCode, Partial<ProblemBody>>> = {
  'invalid-request': { errors: [{ path: 'email', message: 'Email: write an address like ada@example.org, or leave it empty.' }] },
  'slug-taken': { suggestion: 'nora-bell-2' },
  'too-fast': { retryAfterSeconds: 4 },
};

/** One example of each problem, by its code. Operations refer to these. */
export const PROBLEM_EXAMPLES: Readonly<Record<string, { summary: string; value: ProblemBody }>> = Object.fromEntries(
  CODES.map((code) => {
    const { status, title } = PROBLEMS[code];
    return [code, { summary: code, value: { type: 'about:blank', title, status, code, ...DETAILS[code] } }];
  }),
);

/** How an endpoint can fail: for each status its codes with their sentences. `page` is the answer instead of a problem. */
export function problemAnswers({ problems }: Endpoint, page?: z.ZodType): Answers {
  const codes = new Set<ProblemCode>(['invalid-request', ...problems, 'internal']);
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      status,
      {
        description: ofStatus.map((code) => `- \`${code}\`: ${PROBLEMS[code].title}`).join('\n'),
        content: page
          ? { 'text/html': { schema: page } }
          : { 'application/problem+json': { schema: ProblemSchema, examples: examplesOf(ofStatus) } },
      },
    ]),
  );
}

function examplesOf(codes: readonly ProblemCode[]) {
  return Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]));
}
