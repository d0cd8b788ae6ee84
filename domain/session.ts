import { z } from 'zod';
import { OpenConversation } from './conversation.ts';
import { endpoint, WRITE_PROBLEMS } from './endpoint.ts';
import { Slug, TypedResumeCode } from './schema.ts';

export const resumeEndpoint = endpoint({
  method: 'POST',
  path: '/api/sessions',
  summary: 'Resumes a conversation with its code, on this browser. Wrong, unknown and replaced codes get the same answer.',
  caller: 'anyone',
  body: z.strictObject({ code: TypedResumeCode, slug: Slug }),
  answer: OpenConversation,
  problems: ['unknown-code', 'unknown-slug', 'too-many-codes', 'busy', ...WRITE_PROBLEMS],
});

export const forgetEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/sessions/current',
  summary: 'Makes this browser forget its conversation with one page, or all of them when no page is named.',
  caller: 'anyone',
  query: z.strictObject({ slug: Slug.optional() }),
  answer: null,
  problems: ['unknown-slug', 'foreign-origin'],
});
