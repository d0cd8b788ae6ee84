import type { Answer, Endpoint, Received } from '@foyer/domain/endpoint';
import { isManagerRole } from '@foyer/domain/participant';
import type { FieldError } from '@foyer/domain/problem';
import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Cloud, Site } from '../cloud.ts';
import type { FilledForm } from './filled-form.ts';
import { Problem } from './problem.ts';
import { readJson } from './read-json.ts';
import { type SignedIn, signedInManager } from './signed-in-manager.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a request of this method changes nothing. */
export function isRead(method: string): boolean {
  return READS.has(method);
}

/** What every handler finds in its context. */
export type Env = { Variables: { cloud: Cloud; form?: FilledForm } };
/** The same in a function that holds no secret; all that guards and routes themselves need. */
export type SiteEnv = { Variables: { cloud: Site } };
/** What a guard reads of a request, in either. */
export type Asked = Pick<Context<SiteEnv>, 'req' | 'var'>;

/** The manager who calls, where only a manager may. */
type CallerOf<E extends Endpoint> = E['caller'] extends 'manager' ? SignedIn : null;

export type Handler<E extends Endpoint, V extends SiteEnv> = (
  received: Received<E>,
  context: Context<V>,
  caller: CallerOf<E>,
) => Promise<Answer<E> | Response>;

/**
 * Serves one contract: parses what it names, once, and answers as JSON; `null` is 204, and a file is a `Response` that the handler makes.
 * A manager's sign-in is checked before anything of a body is read: only people with an account can make us parse 600 kB. A file that is
 * sent is the handler's to read.
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

/** After all routes: a known path with a wrong method is 405 with `Allow`, everything else 404. */
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

/** A contract's path as the router spells it. */
export function honoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

/** Parses one part of a request. Throws `invalid-request` with a sentence for each field. */
export function parse(schema: z.ZodType | undefined, value: unknown, part: string): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Problem('invalid-request', { errors: result.error.issues.slice(0, 20).map((issue) => fieldError(part, issue)) });
}

function fieldError(part: string, issue: z.core.$ZodIssue): FieldError {
  const path = part === 'body' ? issue.path : [part, ...issue.path];
  return { path: path.join('.'), message: issue.message };
}
