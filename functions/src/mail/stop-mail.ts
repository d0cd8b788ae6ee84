import { FieldValue, Timestamp } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import type { MailLink } from './mail-link.ts';

/** Deletes a visitor's address, confirmed or not. `only`: if it is still the one of this request. Safe to repeat. */
export async function stopMail(platform: Platform, managerId: string, conversationId: string, only?: string): Promise<void> {
  const table = await platform.tables();
  const [request, reach] = [table.mailRequest(conversationId), table.reach(managerId, conversationId)];
  await table.transaction(async (transaction) => {
    const [waiting, stored] = await Promise.all([transaction.get(request), transaction.get(reach)]);
    const isMeant = (requestId: string | undefined) => requestId !== undefined && (only === undefined || only === requestId);
    if (isMeant(waiting.data()?.requestId)) transaction.delete(request);
    if (isMeant(stored.data()?.mail?.requestId)) transaction.update(reach, { mail: FieldValue.delete() });
  });
}

/** Turns off a manager's mails, as the setting does. Safe to repeat. */
export async function stopManagersMail(platform: Platform, managerId: string): Promise<void> {
  const table = await platform.tables();
  const settings = table.settings(managerId);
  await table.transaction(async (transaction) => {
    const [stored, manager] = await Promise.all([transaction.get(settings), transaction.get(table.manager(managerId))]);
    // An erased account must stay erased.
    if (!manager.exists || (stored.data()?.mailAfter ?? 'never') === 'never') return;
    transaction.update(settings, { mailAfter: 'never', updatedAt: Timestamp.fromMillis(platform.now()) });
  });
}

export async function stopByLink(platform: Platform, link: MailLink): Promise<void> {
  if (link.does === 'stop-manager') await stopManagersMail(platform, link.managerId);
  else await stopMail(platform, link.managerId, link.conversationId, link.requestId);
}
