import type { deleteConversationEndpoint, OpenConversation, replaceCodeEndpoint, signOutOthersEndpoint } from '@foyer/domain/conversation';
import type { ResumeCode } from '@foyer/domain/resume-code';
import type { forgetEndpoint } from '@foyer/domain/session';
import type { changeVisitorEndpoint, VisitorDetails } from '@foyer/domain/visitor';
import { call } from '../../lib/api.ts';
import { inSessionTurn } from '../talk/session-turn.ts';

/** What visitors can do besides writing and reading. Every call throws only `ApiProblem`. */
export interface ControlApi {
  forget(): Promise<null>;
  /** Changes what the manager sees about the visitor. Returns it as stored. */
  changeVisitor(conversationId: string, details: VisitorDetails): Promise<VisitorDetails>;
  replaceCode(conversationId: string, code: ResumeCode): Promise<null>;
  signOutOthers(conversationId: string): Promise<OpenConversation>;
  remove(conversationId: string): Promise<null>;
}

export function controlApi(slug: string): ControlApi {
  const address = '/api/conversations/{conversationId}';
  return {
    forget: () => inSessionTurn(() => call<typeof forgetEndpoint>('DELETE', '/api/sessions/current', { query: { slug } })),
    changeVisitor: (conversationId, details) =>
      call<typeof changeVisitorEndpoint>('PUT', `${address}/visitor`, { params: { conversationId }, body: details }),
    replaceCode: (conversationId, code) =>
      call<typeof replaceCodeEndpoint>('PUT', `${address}/code`, { params: { conversationId }, body: { code } }),
    signOutOthers: (conversationId) =>
      inSessionTurn(() => call<typeof signOutOthersEndpoint>('DELETE', `${address}/sessions`, { params: { conversationId } })),
    remove: (conversationId) =>
      inSessionTurn(() => call<typeof deleteConversationEndpoint>('DELETE', address, { params: { conversationId } })),
  };
}
