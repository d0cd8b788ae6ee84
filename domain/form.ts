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
  summary: 'The message box. The server makes the code; a browser that has a conversation on this page goes on with it.',
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
  summary: 'The conversation that this browser has on a page, or the form that asks for a code.',
  caller: 'anyone',
  query: onPage,
  answer: null,
  problems: ['unknown-slug', 'too-fast'],
}) satisfies Form;

export const messageForm = endpoint({
  method: 'POST',
  path: '/api/forms/messages',
  summary: 'A further message. The id is in the form: sent twice, it is stored once.',
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
  summary:
    'Comes back with a code, or with the whole link that holds it. Leads on to the conversation: what is sent again by going back has no code in it.',
  caller: 'anyone',
  query: onPage,
  body: z.strictObject({ code: z.string().max(COPIED_MAX, `A code is looked for in at most ${COPIED_MAX} characters.`) }),
  answer: null,
  problems: ['unknown-code', 'unknown-slug', 'too-many-codes', 'busy', ...FORM_PROBLEMS],
}) satisfies Form;

export const newCodeForm = endpoint({
  method: 'POST',
  path: '/api/forms/codes',
  summary: 'Gives a conversation the code that the form holds: sent twice, it is the same one. The old one opens nothing any more.',
  caller: 'visitor',
  query: onPage,
  body: z.strictObject({ conversationId: ConversationId, code: TypedResumeCode }),
  answer: null,
  problems: ['unknown-slug', ...NEW_CODE_PROBLEMS, ...FORM_PROBLEMS],
}) satisfies Form;

export const forgetForm = endpoint({
  method: 'POST',
  path: '/api/forms/sign-outs',
  summary: 'Makes this browser forget its conversation with a page. The code still opens it.',
  caller: 'anyone',
  query: onPage,
  body: z.strictObject({}),
  answer: null,
  problems: ['unknown-slug', ...FORM_PROBLEMS],
}) satisfies Form;

export const erasureForm = endpoint({
  method: 'POST',
  path: '/api/forms/erasures',
  summary: 'Deletes a conversation with everything in it, for both sides, once that is confirmed. Sent twice, it is deleted.',
  caller: 'visitor',
  query: onPage,
  body: z.strictObject({
    conversationId: ConversationId,
    isSure: z.literal('yes', 'Nothing was deleted: the box that says you are sure was not ticked.'),
  }),
  answer: null,
  problems: ['unknown-slug', 'session-ended', 'sending-paused', 'busy', ...FORM_PROBLEMS],
}) satisfies Form;
