import { randomBytes } from 'node:crypto';
import type { Language } from '@foyer/domain/languages';
import type { MailAlerts } from '@foyer/domain/mail';
import { Timestamp } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { currentConversation } from '../conversations/current-conversation.ts';
import type { MailRequestDocument } from '../db.ts';
import type { Network } from '../http/network.ts';
import { Problem } from '../http/problem.ts';
import { refuseWhenClosed } from '../managers/open-pages.ts';
import type { OpenSession } from '../sessions/session-cookie.ts';
import { mailAlerts } from './mail-alerts.ts';
import { takeMailTurn } from './mail-limits.ts';
import { CONFIRM_MS } from './mail-link.ts';
import { CLAIM_MS, noteServerFault } from './mail-server.ts';
import { openAddress, sealAddress } from './seal-address.ts';
import { sendConfirmation } from './send-confirmation.ts';

interface Asked {
  address: string;
  language: Language;
}

/**
 * Stores an encrypted address for 24 hours and sends its confirmation mail; if the mail server is away, the schedule sends it later. Asking
 * again for the same address sends nothing more. Throws `session-ended`, `conversation-deleted`, `unknown-slug`, `blocked`, `mail-off`,
 * `too-many-mails` or `busy`.
 */
export async function askForMail(
  cloud: Cloud,
  session: OpenSession,
  network: Network | null,
  { address, language }: Asked,
): Promise<MailAlerts> {
  const { managerId, conversationId } = session;
  const { conversation } = await currentConversation(cloud, session);
  await refuseWhenClosed(cloud, managerId);
  if (conversation.blockedAt !== null) throw new Problem('blocked');
  const mailer = await cloud.mail();
  if (mailer === null) throw new Problem('mail-off');
  const table = await cloud.tables();
  const place = table.mailRequest(conversationId);
  const before = await mailAlerts(cloud, session);
  if (before.state !== 'off') {
    const [waiting, confirmed] = await Promise.all([place.get(), table.reach(managerId, conversationId).get()]);
    const sealed = before.state === 'unconfirmed' ? waiting.data()?.address : confirmed.data()?.mail?.address;
    if (sealed !== undefined && openAddress(mailer.keys, conversationId, sealed) === address) return before;
  }
  await takeMailTurn(cloud, { kind: 'confirmation', address, managerId, network, secret: mailer.keys[0] ?? '' });
  const request: MailRequestDocument = {
    managerId,
    requestId: randomBytes(12).toString('base64url'),
    address: sealAddress(mailer.keys, conversationId, address),
    language,
    // This request sends it. If it dies, a scheduled run does.
    sendAt: Timestamp.fromMillis(cloud.now() + CLAIM_MS),
    attempts: 0,
    expireAt: Timestamp.fromMillis(cloud.now() + CONFIRM_MS),
  };
  await storeRequest(cloud, session, request);
  await sendConfirmation(cloud, { mailer, origin: cloud.config.origins[0] ?? '' }, conversationId, request).catch((cause: unknown) =>
    noteServerFault(cloud, cause),
  );
  return mailAlerts(cloud, session);
}

/** Only into a conversation that exists: an erasure in between must not leave an address. */
async function storeRequest(cloud: Cloud, { managerId, conversationId }: OpenSession, request: MailRequestDocument): Promise<void> {
  const table = await cloud.tables();
  await table.transaction(async (transaction) => {
    const conversation = await transaction.get(table.conversation(managerId, conversationId));
    if (!conversation.exists) throw new Problem('conversation-deleted');
    transaction.set(table.mailRequest(conversationId), request);
  });
}
