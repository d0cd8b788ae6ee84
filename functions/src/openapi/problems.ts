import type { Endpoint } from '@foyer/domain/endpoint';
import { FAULTS, type FaultCode } from '@foyer/domain/fault';
import { TEXT_MAX } from '@foyer/domain/limits';
import { PROBLEMS, type ProblemBody, type ProblemCode } from '@foyer/domain/problem';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { fieldError } from '../http/field-errors.ts';
import { titleOf, valuesOf } from '../http/problem-titles.ts';

type Answers = Parameters<OpenAPIHono['openAPIRegistry']['registerPath']>[0]['responses'];

const CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

const FAULT_CODES = Object.keys(FAULTS) as [FaultCode, ...FaultCode[]];

const ValuesSchema = z.record(z.string(), z.union([z.string(), z.number()]));

const FieldErrorSchema = z
  .object({
    path: z.string().openapi({ description: 'Where the field is, such as `changes.sections.0.title`.' }),
    code: z.enum(FAULT_CODES).openapi({ description: `A stable name for programs.\n\n${FAULT_CODES.map(faultLine).join('\n')}` }),
    values: ValuesSchema.optional().openapi({ description: 'The values that belong to the code.' }),
    message: z.string().openapi({ description: 'The same as an English sentence for people.' }),
  })
  .openapi('FieldError', { description: 'What is wrong with one field.' });

function faultLine(code: FaultCode): string {
  const values = FAULTS[code].map((name) => `\`${name}\``).join(', ');
  return `- \`${code}\`${values && ` with ${values}`}`;
}

const ProblemSchema = z
  .object({
    type: z.literal('about:blank'),
    title: z.string().openapi({ description: 'What went wrong, as an English sentence for people.' }),
    status: z.int(),
    code: z.enum(CODES).openapi({ description: 'A stable name for programs.' }),
    values: ValuesSchema.optional().openapi({ description: 'The limits that the title names.' }),
    errors: z.array(FieldErrorSchema).optional().openapi({ description: 'With `invalid-request`: what is wrong with each field.' }),
    suggestion: z.string().optional().openapi({ description: 'With `slug-taken` and `slug-reserved`: a similar slug that is free.' }),
    detail: z.string().optional().openapi({ description: 'With `messages-paused`: until when, and the manager’s own sentence.' }),
    pause: z
      .object({ sentence: z.string(), backOn: z.string().nullable(), until: z.int().nullable() })
      .optional()
      .openapi({ description: 'The same for programs.' }),
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

const DETAILS: Partial<Record<ProblemCode, Partial<ProblemBody>>> = {
  'invalid-request': { errors: [fieldError(['text'], { code: 'too-long', values: { over: 2, max: TEXT_MAX } })] },
  'slug-taken': { suggestion: 'nora-bell-2' },
  'too-fast': { retryAfterSeconds: 4 },
  'messages-paused': {
    detail: 'New messages are paused here until 12 December 2026. At sea.',
    pause: { sentence: 'At sea.', backOn: '2026-12-12', until: 1_797_030_000_000 },
  },
};

export const PROBLEM_EXAMPLES: Readonly<Record<string, { summary: string; value: ProblemBody }>> = Object.fromEntries(
  CODES.map((code) => {
    const values = valuesOf(code);
    const value: ProblemBody = { type: 'about:blank', title: titleOf(code), status: PROBLEMS[code], code, ...(values && { values }) };
    return [code, { summary: code, value: { ...value, ...DETAILS[code] } }];
  }),
);

/** For each status its codes with their sentences. `page` replaces the problem as the answer. */
export function problemAnswers({ problems }: Endpoint, page?: z.ZodType): Answers {
  const codes = new Set<ProblemCode>(['invalid-request', ...problems, 'internal']);
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      status,
      {
        description: ofStatus.map((code) => `- \`${code}\`: ${titleOf(code)}`).join('\n'),
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
