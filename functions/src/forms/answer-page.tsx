import type { Profile } from '@foyer/domain/profile';
import type { Context } from 'hono';
import type { ComponentChild } from 'preact';
import type { Env } from '../http/route.ts';

interface Answered {
  title: string;
  profile: Profile | null;
  status?: number;
  headers?: Record<string, string>;
  body: ComponentChild;
}

/** A page as the answer to a form, in the look of the page that the form was on. It may load nothing but a typeface, and send forms back. */
export async function answerPage(context: Context<Env>, { title, profile, status = 200, headers = {}, body }: Answered): Promise<Response> {
  const { renderApart } = await import('../public-page/apart.tsx');
  const { html, styleHash } = renderApart({ title, profile, body });
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  // Through the context, which adds the cookie that was set on the way.
  return context.body(html, status as 200, {
    'content-type': 'text/html; charset=UTF-8',
    'content-security-policy': policy,
    'x-robots-tag': 'noindex',
    ...headers,
  });
}
