import type { Context } from 'hono';
import type { FilledForm } from '../http/filled-form.ts';
import { networkOf } from '../http/network.ts';
import type { Problem } from '../http/problem.ts';
import { readForm } from '../http/read-form.ts';
import { refuseReader } from '../http/refuse-reader.ts';
import { type Env, isRead } from '../http/route.ts';

/** The answer to a form that was not done: why, in words, with all that stood in the form. */
export async function refusal(context: Context<Env>, problem: Problem): Promise<Response> {
  if (problem.code === 'too-fast' && !context.var.form && !isGivenBack(context)) return refuseReader(context, 'form', problem);
  const filled = context.var.form ?? (problem.code === 'too-fast' ? await readAfterAll(context) : { fields: {} });
  return (await import('./form-pages.ts')).refusalPage(context, problem, filled);
}

/** A read has nothing to give back, and a flood of forms gets one sentence. */
function isGivenBack(context: Context<Env>): boolean {
  const { cloud } = context.var;
  return !isRead(context.req.method) && cloud.door.givesBack(networkOf(context), cloud.now());
}

/** The first guard of all refuses before anything is read, and a person's words would be gone. Nothing else is looked at. */
async function readAfterAll(context: Context<Env>): Promise<FilledForm> {
  return { fields: await readForm(context.req.raw).catch(() => ({})) };
}
