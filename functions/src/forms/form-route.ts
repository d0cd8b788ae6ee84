import type { Received } from '@foyer/domain/endpoint';
import type { Form } from '@foyer/domain/form';
import type { Context, Hono } from 'hono';
import { readForm } from '../http/read-form.ts';
import { type Env, honoPath, parse } from '../http/route.ts';
import { type FoundManager, managerAt } from '../managers/find-manager.ts';
import { lookUpAt } from '../managers/look-up.ts';

type Handler<F extends Form> = (received: Received<F>, context: Context<Env>, found: FoundManager) => Promise<Response>;

/** Serves one form: reads what its contract names, for the page that it was on, and remembers it in case it is refused. */
export function formRoute<F extends Form>(app: Hono<Env>, contract: F, handle: Handler<F>): void {
  app.on(contract.method, honoPath(contract.path), async (context) => {
    const fields = contract.body ? await readForm(context.req.raw) : {};
    context.set('form', { fields });
    const query = parse(contract.query, context.req.query(), 'query');
    const slug = context.req.query('slug') ?? '';
    const found = contract.method === 'GET' ? await lookUpAt(context, slug) : await managerAt(context.var.cloud, slug);
    context.set('form', { fields, manager: found.manager });
    const received = { params: undefined, query, body: parse(contract.body, fields, 'body') };
    return handle(received as Received<F>, context, found);
  });
}
