import { Timestamp } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import { isAccepted, type MailRequestDocument } from '../db.ts';
import { pagesOf } from '../pages-of.ts';
import { mailLink } from './mail-link.ts';
import { CLAIM_MS, deliver, nextAttempt } from './mail-server.ts';
import { type Mailer, MailFault } from './mailer.ts';
import { confirmationMail } from './mails.ts';
import { openAddress } from './seal-address.ts';

const PAGE = 50;

interface Site {
  mailer: Mailer;
  origin: string;
}

/** Sends what the API could not send immediately. Returns how many. Throws a `MailFault` if no mail can be sent now. */
export async function sendDueConfirmations(platform: Platform, site: Site, isOver: () => boolean): Promise<number> {
  const table = await platform.tables();
  let sent = 0;
  for await (const page of pagesOf(table.mailRequests().where('sendAt', '<=', Timestamp.fromMillis(platform.now())), PAGE)) {
    for (const found of page) {
      if (isOver()) return sent;
      const claim = { sendAt: Timestamp.fromMillis(platform.now() + CLAIM_MS) };
      const isMine = await isAccepted(found.ref.update(claim, { lastUpdateTime: found.updateTime }));
      if (isMine && (await sendConfirmation(platform, site, found.id, found.data()))) sent++;
    }
  }
  return sent;
}

/**
 * Sends the mail of a request whose `sendAt` the caller has moved into the future, and says whether it was sent. An address that is refused
 * for good is deleted. Throws a `MailFault` if no mail can be sent now: the next run tries again.
 */
export async function sendConfirmation(
  platform: Platform,
  { mailer, origin }: Site,
  conversationId: string,
  { requestId, managerId, address: sealed, language, attempts, expireAt }: MailRequestDocument,
): Promise<boolean> {
  const table = await platform.tables();
  const address = openAddress(mailer.keys, conversationId, sealed);
  const isOver = expireAt.toMillis() <= platform.now() || !(await table.conversation(managerId, conversationId).get()).exists;
  const change = (next: Partial<MailRequestDocument> | null) => changeRequest(platform, conversationId, requestId, next);
  if (address === null || isOver) {
    await change(null);
    return false;
  }
  const link = mailLink(origin, mailer.keys, platform.now(), { does: 'confirm', managerId, conversationId, requestId, language });
  try {
    const delivery = await deliver(mailer, confirmationMail({ to: address, id: requestId, language, origin, link }));
    if (delivery === 'sent') await change({ sendAt: null });
    else if (delivery === 'rejected') await change(null);
    else await change({ attempts: attempts + 1, sendAt: nextAttempt(platform, attempts + 1) });
    return delivery === 'sent';
  } catch (cause) {
    if (cause instanceof MailFault) await change({ sendAt: Timestamp.fromMillis(platform.now()) });
    throw cause;
  }
}

/** Unless a later request replaced it. `null` deletes it. */
async function changeRequest(
  platform: Platform,
  conversationId: string,
  requestId: string,
  next: Partial<MailRequestDocument> | null,
): Promise<void> {
  const table = await platform.tables();
  const place = table.mailRequest(conversationId);
  await table.transaction(async (transaction) => {
    const stored = (await transaction.get(place)).data();
    if (stored?.requestId !== requestId) return;
    if (next === null) transaction.delete(place);
    else transaction.update(place, next);
  });
}
