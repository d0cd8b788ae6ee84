import type { Endpoint } from '@foyer/domain/endpoint';
import { isForm } from '@foyer/domain/form';
import { PROBLEMS, type ProblemCode } from '@foyer/domain/problem';
import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { SiteConfig } from './config.ts';

const ProblemSchema = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    suggestion: z.string().optional(),
    challenge: z
      .object({ algorithm: z.string(), challenge: z.string(), maxnumber: z.int(), salt: z.string(), signature: z.string() })
      .optional(),
    retryAfterSeconds: z.int().optional(),
    isSessionMissing: z.literal(true).optional(),
  })
  .openapi('Problem');

/** The API's OpenAPI 3.1 document, made from the same contracts that the routes and the web client use. Loaded only when asked for. */
export function openApiDocument(endpoints: readonly Endpoint[], config: SiteConfig): object {
  const registry = new OpenAPIHono();
  registry.openAPIRegistry.registerComponent('securitySchemes', 'visitor', { type: 'apiKey', in: 'cookie', name: '__session' });
  registry.openAPIRegistry.registerComponent('securitySchemes', 'manager', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'Firebase ID token',
  });
  for (const contract of endpoints) registry.openAPIRegistry.registerPath(describe(contract));
  return registry.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Foyer',
      version: '1',
      description:
        'Conversations between the visitors and the manager of a page. Errors are RFC 9457 problems; forms are answered with pages.',
    },
    servers: [{ url: config.origins[0] ?? '/' }],
  });
}

const CALLERS = { anyone: [], visitor: ['visitor'], manager: ['manager'], either: ['visitor', 'manager'] } as const;

/** How the bodies of a kind of endpoint are spelled. */
const JSON_BODIES = { request: 'application/json', answer: 'application/json', problem: 'application/problem+json' } as const;
const FORM_BODIES = { request: 'application/x-www-form-urlencoded', answer: 'text/html', problem: 'text/html' } as const;
const Page = z.string().openapi('Page', { description: 'A page, with the form as it was filled in where it was not done.' });

type Registered = Parameters<OpenAPIHono['openAPIRegistry']['registerPath']>[0];

function describe(contract: Endpoint): Registered {
  const problems = new Set<ProblemCode>(['invalid-request', ...contract.problems, 'internal']);
  const statuses = new Map<number, ProblemCode[]>();
  for (const code of problems) statuses.set(PROBLEMS[code].status, [...(statuses.get(PROBLEMS[code].status) ?? []), code]);
  const types = isForm(contract) ? FORM_BODIES : JSON_BODIES;
  const answer = isForm(contract) ? Page : contract.answer;
  const problem = isForm(contract) ? Page : ProblemSchema;
  return {
    method: contract.method.toLowerCase() as Registered['method'],
    path: contract.path,
    summary: contract.summary,
    tags: [contract.path.split('/')[2] ?? 'api'],
    security: CALLERS[contract.caller].map((scheme) => ({ [scheme]: [] })),
    request: {
      ...(contract.params ? { params: contract.params } : {}),
      ...(contract.query ? { query: contract.query } : {}),
      ...(contract.body ? { body: { required: true, content: { [types.request]: { schema: contract.body } } } } : {}),
      ...(contract.file ? { body: { required: true, content: fileOf(contract.file.types) } } : {}),
    },
    responses: {
      ...(answer ? { 200: { description: 'Done.', content: { [types.answer]: { schema: answer } } } } : { 204: { description: 'Done.' } }),
      ...Object.fromEntries(
        [...statuses].map(([status, codes]) => [
          status,
          { description: codes.join(', '), content: { [types.problem]: { schema: problem } } },
        ]),
      ),
    },
  };
}

function fileOf(types: readonly string[]) {
  return Object.fromEntries(types.map((type) => [type, { schema: z.string().openapi({ type: 'string', format: 'binary' }) }]));
}
