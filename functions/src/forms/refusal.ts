import type { Context } from 'hono';
import type { FilledForm } from '../http/filled-form.ts';
import { networkOf } from '../http/network.ts';
import type { Problem } from '../http/problem.ts';
import { readForm } from '../http/read-form.ts';
import { refuseReader } from '../http/refuse-reader.ts';
import { type Env, isRead } from '../http/route.ts';

/** The answer to a refused form: the reason, and everything that was filled in. */
export async function refusal(context: Context<Env>, problem: Problem): Promise<Response> {
  if (problem.code === 'too-fast' && !context.var.form && !isGivenBack(context)) return refuseReader(context, 'form', problem);
  const filled = context.var.form ?? (problem.code === 'too-fast' ? await readAfterAll(context) : { fields: {} });
  return (await import('./form-pages.ts')).refusalPage(context, problem, filled);
}

/** A read has no input to return, and a flood of forms gets one sentence. */
function isGivenBack(context: Context<Env>): boolean {
  const { cloud } = context.var;
  return !isRead(context.req.method) && cloud.door.givesBack(networkOf(context), cloud.now());
}

/** The first guard refuses before the body is read, and the person's text would be lost. Reads it, and nothing else. */
async function readAfterAll(context: Context<Env>): Promise<FilledForm> {
  return { fields: await readForm(context.req.raw).catch(() => ({})) };
}
