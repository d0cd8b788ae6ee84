import type { PushSubscription } from '@foyer/domain/device';
import type { pushKeyEndpoint } from '@foyer/domain/device-schema';
import type { Language } from '@foyer/domain/languages';
import type { askForMailEndpoint, MailAlerts, mailAlertsEndpoint, mailWayBackEndpoint, stopMailEndpoint } from '@foyer/domain/mail';
import type { ResumeCode } from '@foyer/domain/resume-code';
import type { subscribeToRepliesEndpoint, unsubscribeFromRepliesEndpoint } from '@foyer/domain/visitor-push';
import { call } from '../../lib/api.ts';

/** How a visitor is told of replies while the page is closed. Every call throws only `ApiProblem`. */
export interface AlertsApi {
  /** `null` if the site sends no notifications. */
  pushKey(): Promise<string | null>;
  subscribe(pushId: string, subscription: PushSubscription, language: Language): Promise<null>;
  unsubscribe(pushId: string): Promise<null>;
  mail(): Promise<MailAlerts>;
  askForMail(address: string, language: Language): Promise<MailAlerts>;
  stopMail(): Promise<null>;
  mailWayBack(code: ResumeCode): Promise<null>;
}

export function alertsApi(conversationId: string): AlertsApi {
  const address = '/api/conversations/{conversationId}';
  const params = { conversationId };
  return {
    pushKey: async () => (await call<typeof pushKeyEndpoint>('GET', '/api/push-key', {})).publicKey,
    subscribe: (pushId, subscription, language) =>
      call<typeof subscribeToRepliesEndpoint>('PUT', `${address}/pushes/{pushId}`, {
        params: { conversationId, pushId },
        body: { subscription, language },
      }),
    unsubscribe: (pushId) =>
      call<typeof unsubscribeFromRepliesEndpoint>('DELETE', `${address}/pushes/{pushId}`, { params: { conversationId, pushId } }),
    mail: () => call<typeof mailAlertsEndpoint>('GET', `${address}/mail`, { params }),
    askForMail: (mailAddress, language) =>
      call<typeof askForMailEndpoint>('PUT', `${address}/mail`, { params, body: { address: mailAddress, language } }),
    stopMail: () => call<typeof stopMailEndpoint>('DELETE', `${address}/mail`, { params }),
    mailWayBack: (code) => call<typeof mailWayBackEndpoint>('POST', `${address}/mail/way-back`, { params, body: { code } }),
  };
}
