import { z } from 'zod';
import { ofConversation } from './conversation.ts';
import { endpoint, MANAGER_PROBLEMS, WRITE_PROBLEMS } from './endpoint.ts';
import { LANGUAGES } from './languages.ts';
import { Email, Time, TypedResumeCode } from './schema.ts';

/** Whether a visitor gets a mail when the manager answers. */
export const MailAlerts = z
  .strictObject({
    isOffered: z.boolean().describe('Whether this site sends mail. If not, don’t offer it.'),
    state: z
      .enum(['off', 'unconfirmed', 'on'])
      .describe('`unconfirmed`: a mail with a link is on its way; nothing else is sent to the address before its owner confirms it.'),
    address: z.string().nullable().describe('The address, shortened: `m…@example.org`. `null` if `state` is `off`.'),
  })
  .meta({ id: 'MailAlerts', description: 'Whether a visitor gets a mail when the manager answers.' });
export type MailAlerts = z.output<typeof MailAlerts>;

const ofVisitor = ['session-ended', 'conversation-deleted'] as const;

export const mailAlertsEndpoint = endpoint({
  method: 'GET',
  path: '/api/conversations/{conversationId}/mail',
  summary: 'See mail alerts',
  description: 'Tells whether the visitor gets a mail when the manager answers, and whether this site sends mail at all.',
  caller: 'visitor',
  params: ofConversation,
  answer: MailAlerts,
  problems: [...ofVisitor],
});

export const askForMailEndpoint = endpoint({
  method: 'PUT',
  path: '/api/conversations/{conversationId}/mail',
  summary: 'Ask for mail alerts',
  description:
    'Sends one mail with a confirmation link to the address. After its owner has confirmed, they get at most one mail, without any content, each time the manager answers while they are away. Without a confirmation, the address is deleted after 24 hours. A confirmed address stays in use until the new one is confirmed.',
  caller: 'visitor',
  params: ofConversation,
  body: z.strictObject({
    address: Email,
    language: z.enum(LANGUAGES).describe('The language of the mails. Default: the page’s.').optional(),
  }),
  answer: MailAlerts,
  problems: [...ofVisitor, 'mail-off', 'blocked', 'too-many-mails', 'unknown-slug', 'sending-paused', 'busy', ...WRITE_PROBLEMS],
});

export const stopMailEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/conversations/{conversationId}/mail',
  summary: 'Stop mail alerts',
  description: 'Stops mails about this conversation and deletes the address.',
  caller: 'visitor',
  params: ofConversation,
  answer: null,
  problems: [...ofVisitor, 'busy', 'foreign-origin'],
});

export const mailWayBackEndpoint = endpoint({
  method: 'POST',
  path: '/api/conversations/{conversationId}/mail/way-back',
  summary: 'Mail yourself the resume link',
  description:
    'Sends one mail with the resume link to the confirmed address, immediately or not at all. You send the code, since the server doesn’t store it; if the browser no longer has it, replace it first.',
  caller: 'visitor',
  params: ofConversation,
  body: z.strictObject({ code: TypedResumeCode }),
  answer: null,
  problems: [
    ...ofVisitor,
    'mail-off',
    'mail-unconfirmed',
    'mail-failed',
    'unknown-code',
    'too-many-codes',
    'too-many-mails',
    'unknown-slug',
    'sending-paused',
    'busy',
    ...WRITE_PROBLEMS,
  ],
});

/** What a manager must know about their mails, next to the setting `mailAfter`. */
export const ManagerMail = z
  .strictObject({
    isOffered: z.boolean().describe('Whether this site sends mail. If not, `mailAfter` has no effect.'),
    failingSince: Time.nullable().describe('Since when mails can’t be delivered; `null` if nothing is wrong.'),
    mailedAt: Time.nullable().describe('When the last mail was sent.'),
  })
  .meta({ id: 'ManagerMail', description: 'Whether mails to a manager work.' });
export type ManagerMail = z.output<typeof ManagerMail>;

export const managerMailEndpoint = endpoint({
  method: 'GET',
  path: '/api/managers/me/mail',
  summary: 'See whether mails work',
  description: 'Tells whether this site sends mail, and since when mails to the account’s address fail, if they do.',
  caller: 'manager',
  checksRevocation: true,
  answer: ManagerMail,
  problems: [...MANAGER_PROBLEMS],
});
