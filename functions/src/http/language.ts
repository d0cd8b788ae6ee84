import type { Context } from 'hono';
import type { Env } from './route.ts';

/** The first language a browser asks for, as a BCP 47 tag, or an empty string. */
export function languageOf(context: Context<Env>): string {
  return /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*(?=$|[,;\s])/i.exec(context.req.header('accept-language') ?? '')?.[0] ?? '';
}
