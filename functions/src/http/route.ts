import type { Answer, Endpoint, Received } from '@foyer/domain/endpoint';
import { isManagerRole } from '@foyer/domain/participant';
import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Cloud, Site } from '../cloud.ts';
import { fieldErrors } from './field-errors.ts';
import type { FilledForm } from './filled-form.ts';
import { Problem } from './problem.ts';
import { readJson } from './read-json.ts';
import { type SignedIn, signedInManager } from './signed-in-manager.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

export function isRead(method: string): boolean {
  return READS.has(method);
}

export type Env = { Variables: { cloud: Cloud; form?: FilledForm } };
/** For functions without secrets. */
export type SiteEnv = { Variables: { cloud: Site } };
export type Asked = Pick<Context<SiteEnv>, 'req' | 'var'>;

type CallerOf<E extends Endpoint> = E['caller'] extends 'manager' ? SignedIn : null;

export type Handler<E extends Endpoint, V extends SiteEnv> = (
  received: Received<E>,
  context: Context<V>,
  caller: CallerOf<E>,
) => Promise<Answer<E> | Response>;

/**
 * Serves one contract: parses its inputs once and answers as JSON; `null` becomes 204, and a handler returns a file as a `Response`. Checks
 * a manager's sign-in before it reads the body, so only people with an account can make us parse 600 kB. Handlers read uploaded files.
 */
export function route<E extends Endpoint, V extends SiteEnv = Env>(app: Hono<V>, contract: E, handle: Handler<E, V>): void {
  app.on(contract.method, honoPath(contract.path), async (context) => {
    const caller = isManagerRole(contract.caller) ? await signedInManager(context, contract) : null;
    const received = {
      params: parse(contract.params, context.req.param(), 'params'),
      query: parse(contract.query, context.req.query(), 'query'),
      body: contract.body && parse(contract.body, await readJson(context.req.raw, contract.bodyMax), 'body'),
    };
    const answer = await handle(received as Received<E>, context, caller as CallerOf<E>);
    if (answer instanceof Response) return answer;
    return answer === null ? context.body(null, 204) : context.json(answer as object);
  });
}

/** Call it after all routes: answers a known path with a wrong method with 405 and `Allow`, everything else with 404. */
export function refuseOthers<V extends SiteEnv>(app: Hono<V>, contracts: readonly Endpoint[]): void {
  for (const path of new Set(contracts.map((contract) => contract.path))) {
    const allow = contracts.filter((contract) => contract.path === path).map((contract) => contract.method);
    app.all(honoPath(path), () => {
      throw new Problem('method-not-allowed', { allow: allow.join(', ') });
    });
  }
  app.all('*', () => {
    throw new Problem('not-found');
  });
}

export function honoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

/** Parses one part of a request. Throws `invalid-request` with the error of each wrong field. */
export function parse(schema: z.ZodType | undefined, value: unknown, part: string): unknown {
  if (schema === undefined) return undefined;
  // The input tells a missing value from a wrong one.
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw new Problem('invalid-request', { errors: fieldErrors(result.error.issues, part === 'body' ? [] : [part]) });
}
