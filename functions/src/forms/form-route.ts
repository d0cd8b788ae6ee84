import type { Received } from '@foyer/domain/endpoint';
import type { Form } from '@foyer/domain/form';
import type { Context, Hono } from 'hono';
import { Problem } from '../http/problem.ts';
import { readForm } from '../http/read-form.ts';
import { type Env, honoPath, parse } from '../http/route.ts';
import { type FoundManager, managerAt } from '../managers/find-manager.ts';
import { lookUpAt } from '../managers/look-up.ts';
import { offlinePage } from './offline-page.ts';

type Handler<F extends Form, Found> = (received: Received<F>, context: Context<Env>, found: Found) => Promise<Response>;

/** Serves one form: parses the fields in its contract, finds its page, and stores both in case it is refused. */
export function formRoute<F extends Form>(app: Hono<Env>, contract: F, handle: Handler<F, FoundManager>): void {
  formRouteAnywhere(app, contract, (received, context, found) => {
    if (!found) throw new Problem('unknown-slug');
    return handle(received, context, found);
  });
}

/** The same for a form that may not be on a manager's page; `found` is then `null`. */
export function formRouteAnywhere<F extends Form>(app: Hono<Env>, contract: F, handle: Handler<F, FoundManager | null>): void {
  app.on(contract.method, honoPath(contract.path), async (context) => {
    const fields = contract.body ? await readForm(context.req.raw) : {};
    context.set('form', { fields });
    const query = parse(contract.query, context.req.query(), 'query');
    const slug = context.req.query('slug');
    const found = slug === undefined ? null : await pageOf(context, contract, slug);
    if (found) context.set('form', { fields, manager: found.manager });
    const received = { params: undefined, query, body: parse(contract.body, fields, 'body') };
    return handle(received as Received<F>, context, found);
  });
}

async function pageOf(context: Context<Env>, { method }: Form, slug: string): Promise<FoundManager> {
  try {
    return await (method === 'GET' ? lookUpAt(context, slug) : managerAt(context.var.cloud, slug));
  } catch (cause) {
    const offline = cause instanceof Problem && cause.code === 'unknown-slug' ? await offlinePage(context, slug) : null;
    if (!offline) throw cause;
    return offline;
  }
}
