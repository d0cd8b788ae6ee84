import type { Endpoint } from '@foyer/domain/endpoint';
import { isForm } from '@foyer/domain/form';
import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { SiteConfig } from '../config.ts';
import { GROUPS, groupOf } from './groups.ts';
import { INTRODUCTION } from './introduction.ts';
import { PROBLEM_EXAMPLES, problemAnswers } from './problems.ts';

type Registry = OpenAPIHono['openAPIRegistry'];
type Operation = Parameters<Registry['registerPath']>[0];

/** Built from the contracts that the routes and the web client use. Loaded on request. */
export function openApiDocument(endpoints: readonly Endpoint[], config: SiteConfig): object {
  const app = new OpenAPIHono();
  const registry = app.openAPIRegistry;
  registry.registerComponent('securitySchemes', 'visitor', {
    type: 'apiKey',
    in: 'cookie',
    name: '__session',
    description: 'Set when a browser starts or resumes a conversation.',
  });
  registry.registerComponent('securitySchemes', 'manager', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'Firebase ID token',
    description: 'The ID token of a manager who signed in with Firebase Auth.',
  });
  for (const [code, example] of Object.entries(PROBLEM_EXAMPLES)) registry.registerComponent('examples', code, example);
  for (const contract of endpoints) registry.registerPath(operationOf(contract));
  const used = new Set(endpoints.map(groupOf));
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Foyer API', version: '1', description: INTRODUCTION },
    servers: [{ url: config.origins[0] ?? '/' }],
    tags: Object.values(GROUPS).filter((group) => used.has(group)),
  });
}

const CALLERS = {
  anyone: { schemes: [], who: 'anyone' },
  visitor: { schemes: ['visitor'], who: 'a browser with the cookie of the conversation' },
  manager: { schemes: ['manager'], who: 'a signed-in manager' },
  either: { schemes: ['visitor', 'manager'], who: 'a browser with the cookie of the conversation, or its manager' },
} as const;

const Page = z
  .string()
  .openapi('Page', { description: 'A page. If something went wrong, it has the form with everything that was filled in.' });

function operationOf(contract: Endpoint): Operation {
  const { schemes, who } = CALLERS[contract.caller];
  return {
    method: contract.method.toLowerCase() as Operation['method'],
    path: contract.path,
    operationId: operationIdOf(contract),
    summary: contract.summary,
    description: `${contract.description}\n\n**Who can call this:** ${who}.`,
    tags: [groupOf(contract).name],
    security: schemes.map((scheme) => ({ [scheme]: [] })),
    request: requestOf(contract),
    responses: isForm(contract)
      ? { 200: { description: 'A page.', content: { 'text/html': { schema: Page } } }, ...problemAnswers(contract, Page) }
      : { ...answerOf(contract), ...problemAnswers(contract) },
  };
}

/** For generated clients and links into the reference: `putManagersMeVerifiedLinks`. */
function operationIdOf({ method, path }: Endpoint): string {
  const words = path.replace(/^\/api|\{\w+\}/g, '').split(/[/-]+/);
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function requestOf(contract: Endpoint): NonNullable<Operation['request']> {
  const { params, query, body, file } = contract;
  const type = isForm(contract) ? 'application/x-www-form-urlencoded' : 'application/json';
  return {
    ...(params ? { params } : {}),
    ...(query ? { query } : {}),
    ...(body ? { body: { required: true, content: { [type]: { schema: body } } } } : {}),
    ...(file ? { body: { required: true, content: contentOf(file.types) } } : {}),
  };
}

function answerOf({ answer }: Endpoint): Operation['responses'] {
  if (!answer) return { 204: { description: 'Done. The answer has no body.' } };
  return { 200: { description: 'Done.', content: { 'application/json': { schema: answer } } } };
}

function contentOf(types: readonly string[]) {
  return Object.fromEntries(types.map((type) => [type, { schema: z.string().openapi({ type: 'string', format: 'binary' }) }]));
}
