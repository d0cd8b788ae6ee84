import type { deleteConversationEndpoint, OpenConversation, replaceCodeEndpoint, signOutOthersEndpoint } from '@foyer/domain/conversation';
import type { ResumeCode } from '@foyer/domain/resume-code';
import type { forgetEndpoint, resumeEndpoint } from '@foyer/domain/session';
import { call } from '../../lib/api.ts';

/** What a person may ask for beside writing and reading. Every call throws `ApiProblem`, nothing else. */
export interface ControlApi {
  resume(code: ResumeCode): Promise<OpenConversation>;
  forget(): Promise<null>;
  /** Gives the conversation another code. */
  replaceCode(conversationId: string, code: ResumeCode): Promise<null>;
  signOutOthers(conversationId: string): Promise<OpenConversation>;
  /** Deletes the conversation, for both sides. */
  remove(conversationId: string): Promise<null>;
}

export function controlApi(slug: string): ControlApi {
  const address = '/api/conversations/{conversationId}';
  return {
    resume: (code) => call<typeof resumeEndpoint>('POST', '/api/sessions', { body: { slug, code } }),
    forget: () => call<typeof forgetEndpoint>('DELETE', '/api/sessions/current', { query: { slug } }),
    replaceCode: (conversationId, code) =>
      call<typeof replaceCodeEndpoint>('PUT', `${address}/code`, { params: { conversationId }, body: { code } }),
    signOutOthers: (conversationId) => call<typeof signOutOthersEndpoint>('DELETE', `${address}/sessions`, { params: { conversationId } }),
    remove: (conversationId) => call<typeof deleteConversationEndpoint>('DELETE', address, { params: { conversationId } }),
  };
}
