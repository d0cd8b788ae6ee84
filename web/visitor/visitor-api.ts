import type { OpenConversation, openConversationEndpoint, startConversationEndpoint } from '@foyer/domain/conversation';
import type { Message, sendMessageEndpoint } from '@foyer/domain/message';
import type { ResumeCode } from '@foyer/domain/resume-code';
import type { forgetEndpoint, resumeEndpoint } from '@foyer/domain/session';
import { call } from '../lib/api.ts';
import type { Unsent } from './keeper.ts';

/** What a visitor's browser asks of the server, for one page. Every call throws `ApiProblem`, nothing else. */
export interface VisitorApi {
  start(first: Unsent & { code: ResumeCode }): Promise<OpenConversation>;
  send(message: Unsent & { conversationId: string }): Promise<Message>;
  open(): Promise<OpenConversation>;
  resume(code: ResumeCode): Promise<OpenConversation>;
  forget(): Promise<null>;
}

export function visitorApi(slug: string): VisitorApi {
  return {
    // Named one by one: the API refuses every other key, and a message in this browser has some of its own.
    start: ({ code, messageId, text, name, email, section }) =>
      call<typeof startConversationEndpoint>('POST', '/api/conversations', {
        body: { slug, code, messageId, text, ...(name && { name }), ...(email && { email }), ...(section && { section }) },
      }),
    send: ({ conversationId, messageId, text }) =>
      call<typeof sendMessageEndpoint>('POST', '/api/conversations/{conversationId}/messages', {
        params: { conversationId },
        body: { messageId, text },
      }),
    open: () => call<typeof openConversationEndpoint>('GET', '/api/conversations', { query: { slug } }),
    resume: (code) => call<typeof resumeEndpoint>('POST', '/api/sessions', { body: { slug, code } }),
    forget: () => call<typeof forgetEndpoint>('DELETE', '/api/sessions/current', { query: { slug } }),
  };
}
