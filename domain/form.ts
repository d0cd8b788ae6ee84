import { z } from 'zod';
import { NEW_CODE_PROBLEMS } from './conversation.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import type { FaultCode } from './fault.ts';
import { ConversationId, Email, KeptId, MessageId, MessageText, PersonName, Slug, TypedResumeCode } from './schema.ts';
import { normaliseLine } from './text.ts';
import { COPIED_MAX } from './typed-code.ts';

/** A form on our own pages, or a page it leads to, for browsers without JavaScript. Every answer is a page. */
export type Form = Endpoint & { path: `/api/forms/${string}` };

/** Whether a request comes from a form, so its answer must be a page. */
export function isForm({ path }: { path: string }): boolean {
  return path.startsWith('/api/forms/');
}

/** Bytes. URL encoding triples each byte, and a far too long text must come back: fits three longest messages in the widest script. */
export const FORM_BODY_MAX = 131_072;

const ifGiven = <S extends z.ZodType<unknown, string>>(schema: S) =>
  z
    .string()
    .transform((typed) => normaliseLine(typed) || undefined)
    .pipe(schema.optional())
    .optional();

const onPage = z.strictObject({ slug: Slug });

/** Problems of every form, before it is examined. */
const FORM_PROBLEMS = ['foreign-origin', 'too-fast', 'body-too-slow', 'body-too-large', 'unsupported-content-type'] as const;

/** Makes a form that is sent again after a refusal the same conversation and message. */
const known = { code: ifGiven(TypedResumeCode), messageId: ifGiven(MessageId) };

/** Confirms that a text that looks like a code is meant as a message. */
const isMessage = ifGiven(z.literal('yes'));

export const startForm = endpoint({
  method: 'POST',
  path: '/api/forms/conversations',
  summary: 'Send the message box',
  description: 'Starts a conversation, or continues the one that this browser has on the page. The server makes the resume code.',
  caller: 'anyone',
  query: onPage,
  body: z.strictObject({
    text: MessageText,
    name: ifGiven(PersonName),
    email: ifGiven(Email),
    section: ifGiven(KeptId),
    isMessage,
    ...known,
  }),
  bodyMax: FORM_BODY_MAX,
  answer: null,
  problems: [
    'unknown-slug',
    'code-as-message',
    'message-conflict',
    'conversation-deleted',
    'blocked',
    'messages-paused',
    'page-offline',
    'challenge-required',
    'too-many-conversations',
    'inbox-full',
    'new-conversations-paused',
    'sending-paused',
    'busy',
    ...FORM_PROBLEMS,
  ],
}) satisfies Form;

export const threadForm = endpoint({
  method: 'GET',
  path: '/api/forms/conversations',
  summary: 'Show the conversation',
  description: 'Shows the conversation that this browser has on a page, or a form that asks for a resume code.',
  caller: 'anyone',
  query: onPage,
  answer: null,
  problems: ['unknown-slug', 'too-fast'],
}) satisfies Form;

export const messageForm = endpoint({
  method: 'POST',
  path: '/api/forms/messages',
  summary: 'Send a message',
  description: 'Adds a message. Its id is in the form, so a form that is sent twice stores it once.',
  caller: 'visitor',
  query: onPage,
  body: z.strictObject({ conversationId: ConversationId, messageId: MessageId, text: MessageText, isMessage, code: known.code }),
  bodyMax: FORM_BODY_MAX,
  answer: null,
  problems: [
    'unknown-slug',
    'code-as-message',
    'session-ended',
    'conversation-deleted',
    'blocked',
    'messages-paused',
    'page-offline',
    'message-conflict',
    'sending-paused',
    'busy',
    ...FORM_PROBLEMS,
  ],
}) satisfies Form;

export const codeForm = endpoint({
  method: 'POST',
  path: '/api/forms/sessions',
  summary: 'Enter a resume code',
  description:
    'Opens a conversation with its resume code, or with a link that contains it, and redirects to it, whichever page it is on. Going back and reloading sends no code again.',
  caller: 'anyone',
  query: onPage.partial(),
  body: z.strictObject({ code: z.string().max(COPIED_MAX) }),
  answer: null,
  problems: ['unknown-code', 'unknown-slug', 'too-many-codes', 'busy', ...FORM_PROBLEMS],
}) satisfies Form;

export const newCodeForm = endpoint({
  method: 'POST',
  path: '/api/forms/codes',
  summary: 'Replace the resume code',
  description: 'Sets the resume code that the form holds. The old code stops working. Sending the form twice sets the same code.',
  caller: 'visitor',
  query: onPage,
  body: z.strictObject({ conversationId: ConversationId, code: TypedResumeCode }),
  answer: null,
  problems: ['unknown-slug', ...NEW_CODE_PROBLEMS, ...FORM_PROBLEMS],
}) satisfies Form;

export const forgetForm = endpoint({
  method: 'POST',
  path: '/api/forms/sign-outs',
  summary: 'Remove the conversation from this browser',
  description: 'Removes the conversation with a page from this browser. The resume code still opens it.',
  caller: 'anyone',
  query: onPage,
  body: z.strictObject({}),
  answer: null,
  problems: ['unknown-slug', ...FORM_PROBLEMS],
}) satisfies Form;

export const erasureForm = endpoint({
  method: 'POST',
  path: '/api/forms/erasures',
  summary: 'Delete a conversation',
  description: 'Deletes the conversation for both sides if the confirmation box is ticked. Sending the form twice is safe.',
  caller: 'visitor',
  query: onPage,
  body: z.strictObject({
    conversationId: ConversationId,
    isSure: z.literal('yes', 'not-confirmed' satisfies FaultCode),
  }),
  answer: null,
  problems: ['unknown-slug', 'session-ended', 'sending-paused', 'busy', ...FORM_PROBLEMS],
}) satisfies Form;
