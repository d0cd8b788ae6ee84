import { z } from 'zod';
import { OpenConversation } from './conversation.ts';
import { endpoint, WRITE_PROBLEMS } from './endpoint.ts';
import { Slug, TypedResumeCode } from './schema.ts';

export const ResumedConversation = OpenConversation.extend({ slug: Slug.describe('The page of the conversation’s manager.') }).meta({
  id: 'ResumedConversation',
  description: 'A conversation with its latest messages, and the address of its page.',
});
export type ResumedConversation = z.output<typeof ResumedConversation>;

export const resumeEndpoint = endpoint({
  method: 'POST',
  path: '/api/sessions',
  summary: 'Resume a conversation',
  description:
    'Opens a conversation in this browser with its resume code, and says on which page it is. With `slug`, only codes of that page open one. Wrong, unknown and replaced codes get the same answer.',
  caller: 'anyone',
  // Pages loaded before 2026-12 send the slug, and could not show another page's conversation.
  body: z.strictObject({ code: TypedResumeCode, slug: Slug.optional() }),
  answer: ResumedConversation,
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
