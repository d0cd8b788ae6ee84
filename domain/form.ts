import { z } from 'zod';
import { NEW_CODE_PROBLEMS } from './conversation.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { ConversationId, Email, KeptId, MessageId, MessageText, PersonName, Slug, TypedResumeCode } from './schema.ts';
import { normaliseLine } from './text.ts';
import { COPIED_MAX } from './typed-code.ts';

/** A form of one of our own pages, or a page that it leads to: for a browser without JavaScript. Every answer is a page. */
export type Form = Endpoint & { path: `/api/forms/${string}` };

/** Whether a request is a form's, so that its answer is a page. */
export function isForm({ path }: { path: string }): boolean {
  return path.startsWith('/api/forms/');
}

/**
 * Bytes of a form. A form spells each byte with three letters, and a text that is far too long has to come back to who wrote it: the
 * longest message in the widest script three times over.
 */
export const FORM_BODY_MAX = 131_072;

/** A field that was left empty was not given. */
const ifGiven = <S extends z.ZodType<unknown, string>>(schema: S) =>
  z
    .string()
    .transform((typed) => normaliseLine(typed) || undefined)
    .pipe(schema.optional())
    .optional();

const onPage = z.strictObject({ slug: Slug });

/** What every form can be refused for, before anything is looked at. */
const FORM_PROBLEMS = ['foreign-origin', 'too-fast', 'body-too-slow', 'body-too-large', 'unsupported-content-type'] as const;

/** The same form again, after it was refused, is the same conversation and the same message. */
const known = { code: ifGiven(TypedResumeCode), messageId: ifGiven(MessageId) };

/** The text looks like a code, and the person has said that it is a message all the same. */
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
  body: z.strictObject({ code: z.string().max(COPIED_MAX, `A code is looked for in at most ${COPIED_MAX} characters.`) }),
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
    isSure: z.literal('yes', 'Nothing was deleted: the box that says you are sure was not ticked.'),
  }),
  answer: null,
  problems: ['unknown-slug', 'session-ended', 'sending-paused', 'busy', ...FORM_PROBLEMS],
}) satisfies Form;
