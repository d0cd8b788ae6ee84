import type { MailAlerts, ManagerMail } from '@foyer/domain/mail';
import type { Cloud } from '../cloud.ts';
import type { OpenSession } from '../sessions/session-cookie.ts';
import { mailServerFailingSince } from './mail-server.ts';
import { openAddress, shortened } from './seal-address.ts';

/** Whether this visitor gets mails. Two reads. */
export async function mailAlerts(cloud: Cloud, { managerId, conversationId }: OpenSession): Promise<MailAlerts> {
  const mailer = await cloud.mail();
  const table = await cloud.tables();
  const shown = (state: 'unconfirmed' | 'on', sealed: string): MailAlerts => {
    const address = openAddress(mailer?.keys ?? [], conversationId, sealed);
    return address === null ? off : { isOffered: true, state, address: shortened(address) };
  };
  const off: MailAlerts = { isOffered: mailer !== null, state: 'off', address: null };
  if (mailer === null) return off;
  const [reach, request] = await Promise.all([table.reach(managerId, conversationId).get(), table.mailRequest(conversationId).get()]);
  const [confirmed, waiting] = [reach.data()?.mail, request.data()];
  // A new address counts as soon as it is confirmed; until then the former one gets the mails.
  if (waiting && waiting.expireAt.toMillis() > cloud.now()) return shown('unconfirmed', waiting.address);
  return confirmed ? shown('on', confirmed.address) : off;
}

/** Whether mails to a manager work. Two reads. */
export async function managerMail(cloud: Cloud, managerId: string): Promise<ManagerMail> {
  const mailer = await cloud.mail();
  if (mailer === null) return { isOffered: false, failingSince: null, mailedAt: null };
  const [ofServer, own] = await Promise.all([mailServerFailingSince(cloud), (await cloud.tables()).managerMail(managerId).get()]);
  const { failingSince = null, mailedAt = null } = own.data() ?? {};
  return { isOffered: true, failingSince: ofServer ?? failingSince?.toMillis() ?? null, mailedAt: mailedAt?.toMillis() ?? null };
}
