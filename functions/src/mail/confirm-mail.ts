import { Timestamp } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import type { MailLink } from './mail-link.ts';

type ConfirmLink = Extract<MailLink, { does: 'confirm' | 'stop-visitor' }>;

/** Whether a link can still confirm its address, has already, or can't any more. */
export type ConfirmState = 'waiting' | 'confirmed' | 'over';

export async function confirmState(platform: Platform, { managerId, conversationId, requestId }: ConfirmLink): Promise<ConfirmState> {
  const table = await platform.tables();
  const [request, reach] = await Promise.all([table.mailRequest(conversationId).get(), table.reach(managerId, conversationId).get()]);
  if (reach.data()?.mail?.requestId === requestId) return 'confirmed';
  const waiting = request.data();
  return waiting?.requestId === requestId && waiting.expireAt.toMillis() > platform.now() ? 'waiting' : 'over';
}

/** Turns the request into an alert, in one commit. Safe to repeat. Returns `false` if the request was replaced, stopped or is too old. */
export async function confirmMail(platform: Platform, link: ConfirmLink): Promise<boolean> {
  const { managerId, conversationId, requestId } = link;
  const table = await platform.tables();
  const [place, reach] = [table.mailRequest(conversationId), table.reach(managerId, conversationId)];
  return table.transaction(async (transaction) => {
    const [request, stored, conversation] = await Promise.all([
      transaction.get(place),
      transaction.get(reach),
      transaction.get(table.conversation(managerId, conversationId)),
    ]);
    if (!conversation.exists) return false;
    if (stored.data()?.mail?.requestId === requestId) return true;
    const waiting = request.data();
    if (waiting?.requestId !== requestId || waiting.expireAt.toMillis() <= platform.now()) return false;
    const { address, language } = waiting;
    const confirmedAt = Timestamp.fromMillis(platform.now());
    transaction.set(
      reach,
      { mail: { address, requestId, language, confirmedAt, mailedAt: null, attempts: 0, notBefore: null } },
      { mergeFields: ['mail'] },
    );
    transaction.delete(place);
    return true;
  });
}
