import type { OpenConversation, openConversationEndpoint, startConversationEndpoint } from '@foyer/domain/conversation';
import type { Message, sendMessageEndpoint } from '@foyer/domain/message';
import type { ResumeCode } from '@foyer/domain/resume-code';
import type { ResumedConversation, resumeEndpoint } from '@foyer/domain/session';
import { call } from '../../lib/api.ts';
import type { UnsentMessage } from './keeper.ts';
import { inSessionTurn } from './session-turn.ts';

/** What vouches for the browser that sends a first message. Neither is ever kept. */
export interface Vouched {
  recaptchaToken?: string | undefined;
  /** The solution of a challenge. */
  proof?: string | undefined;
}

/** What a visitor's browser asks of the server to write and to read, for one page. Every call throws `ApiProblem`, nothing else. */
export interface VisitorApi {
  start(first: UnsentMessage & Vouched & { code: ResumeCode }): Promise<OpenConversation>;
  send(message: UnsentMessage & { conversationId: string }): Promise<Message>;
  open(): Promise<OpenConversation>;
  /** The conversation may be on another page than this one. */
  resume(code: ResumeCode): Promise<ResumedConversation>;
}

export function visitorApi(slug: string): VisitorApi {
  return {
    // Named one by one: the API refuses every other key, and a message in this browser has some of its own. What is undefined stays away.
    start: ({ code, messageId, text, name, email, section, recaptchaToken, proof }) =>
      inSessionTurn(() =>
        call<typeof startConversationEndpoint>('POST', '/api/conversations', {
          body: { slug, code, messageId, text, name, email, section, recaptchaToken, proof },
        }),
      ),
    send: ({ conversationId, messageId, text }) =>
      call<typeof sendMessageEndpoint>('POST', '/api/conversations/{conversationId}/messages', {
        params: { conversationId },
        body: { messageId, text },
      }),
    open: () => inSessionTurn(() => call<typeof openConversationEndpoint>('GET', '/api/conversations', { query: { slug } }), 'shared'),
    resume: (code) => inSessionTurn(() => call<typeof resumeEndpoint>('POST', '/api/sessions', { body: { code } })),
  };
}
