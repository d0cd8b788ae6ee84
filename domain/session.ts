import { z } from 'zod';
import { OpenConversation } from './conversation.ts';
import { endpoint, WRITE_PROBLEMS } from './endpoint.ts';
import { Slug, TypedResumeCode } from './schema.ts';

export const resumeEndpoint = endpoint({
  method: 'POST',
  path: '/api/sessions',
  summary: 'Resume a conversation',
  description: 'Opens a conversation in this browser with its resume code. Wrong, unknown and replaced codes get the same answer.',
  caller: 'anyone',
  body: z.strictObject({ code: TypedResumeCode, slug: Slug }),
  answer: OpenConversation,
  problems: ['unknown-code', 'unknown-slug', 'too-many-codes', 'busy', ...WRITE_PROBLEMS],
});

export const forgetEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/sessions/current',
  summary: 'Remove conversations from this browser',
  description:
    'Removes the conversation with one page from this browser, or all of its conversations if you leave out `slug`. The resume codes still open them.',
  caller: 'anyone',
  query: z.strictObject({ slug: Slug.optional() }),
  answer: null,
  problems: ['unknown-slug', 'foreign-origin'],
});
