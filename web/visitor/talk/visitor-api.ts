import type { OpenConversation, openConversationEndpoint, startConversationEndpoint } from '@foyer/domain/conversation';
import type { Message, sendMessageEndpoint } from '@foyer/domain/message';
import type { ResumeCode } from '@foyer/domain/resume-code';
import type { ResumedConversation, resumeEndpoint } from '@foyer/domain/session';
import { call } from '../../lib/api.ts';
import type { UnsentMessage } from './keeper.ts';
import { inSessionTurn } from './session-turn.ts';

/** Proof that a person sends a first message. Never stored. */
export interface Vouched {
  recaptchaToken?: string | undefined;
  /** The solution of a challenge. */
  proof?: string | undefined;
}

/** The requests of a visitor's browser for writing and reading, on one page. Every call throws only `ApiProblem`. */
export interface VisitorApi {
  start(first: UnsentMessage & Vouched & { code: ResumeCode }): Promise<OpenConversation>;
  send(message: UnsentMessage & { conversationId: string }): Promise<Message>;
  open(): Promise<OpenConversation>;
  /** The conversation may be on another page than this one. */
  resume(code: ResumeCode): Promise<ResumedConversation>;
}

export function visitorApi(slug: string): VisitorApi {
  return {
    // Listed one by one: the API refuses unknown keys, and a stored message has some. Undefined ones are omitted.
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
