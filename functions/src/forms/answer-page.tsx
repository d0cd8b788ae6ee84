import type { Profile } from '@foyer/domain/profile';
import type { Context } from 'hono';
import type { ComponentChild } from 'preact';
import type { Env } from '../http/route.ts';
import { FormsSpeaking, formsSpokenOn } from './form-words.ts';

interface Answered {
  title: string;
  profile: Profile | null;
  referrer?: 'same-origin' | 'strict-origin';
  status?: number;
  headers?: Record<string, string>;
  body: ComponentChild;
}

/** The answer to a form, in the look and language of its page. Its images, fonts and forms can only use our own origin. */
export async function answerPage(
  context: Context<Env>,
  { title, profile, referrer = 'same-origin', status = 200, headers = {}, body }: Answered,
): Promise<Response> {
  const { renderApart } = await import('../public-page/apart.tsx');
  const { html, styleHash } = renderApart({
    title,
    profile,
    referrer,
    body: <FormsSpeaking value={formsSpokenOn(profile)}>{body}</FormsSpeaking>,
  });
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  // `context.body` also sends the cookie that the handler set.
  return context.body(html, status as 200, {
    'content-type': 'text/html; charset=UTF-8',
    'content-security-policy': policy,
    'x-robots-tag': 'noindex',
    ...headers,
  });
}
