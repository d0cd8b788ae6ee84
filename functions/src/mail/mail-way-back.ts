import { isOpen } from '@foyer/domain/page-state';
import type { ResumeCode } from '@foyer/domain/resume-code';
import type { Cloud } from '../cloud.ts';
import { currentConversation } from '../conversations/current-conversation.ts';
import { placeOfCode } from '../conversations/resume-conversation.ts';
import type { Network } from '../http/network.ts';
import { Problem } from '../http/problem.ts';
import { countWrongCode } from '../limits/network-limits.ts';
import type { OpenSession } from '../sessions/session-cookie.ts';
import { takeMailTurn } from './mail-limits.ts';
import { deliver, noteServerFault } from './mail-server.ts';
import { wayBackMail } from './mails.ts';
import { openAddress } from './seal-address.ts';

/**
 * Mails the resume link to the confirmed address, immediately or not at all: the code is never stored, so there is nothing to send later
 * (decisions/056). Throws `mail-unconfirmed`, `mail-failed`, `unknown-code`, or what `askForMail` throws.
 */
export async function mailWayBack(cloud: Cloud, session: OpenSession, network: Network | null, code: ResumeCode): Promise<void> {
  const { managerId, conversationId } = session;
  await currentConversation(cloud, session);
  const mailer = await cloud.mail();
  if (mailer === null) throw new Problem('mail-off');
  const table = await cloud.tables();
  const [reach, found] = await Promise.all([table.reach(managerId, conversationId).get(), table.manager(managerId).get()]);
  const { mail } = reach.data() ?? {};
  const address = mail ? openAddress(mailer.keys, conversationId, mail.address) : null;
  if (!mail || address === null) throw new Problem('mail-unconfirmed');
  const manager = found.data();
  if (!manager || !isOpen(manager)) throw new Problem('unknown-slug');
  if ((await placeOfCode(cloud, code))?.conversationId !== conversationId) {
    await countWrongCode(cloud, network);
    throw new Problem('unknown-code');
  }
  const secret = mailer.keys[0] ?? '';
  await takeMailTurn(cloud, { kind: 'way-back', address, managerId, network, secret });
  const { slug, profile } = manager;
  const origin = cloud.config.origins[0] ?? '';
  const { language } = mail;
  const of = { to: address, id: `way-back ${conversationId} ${cloud.now()}`, language, origin };
  const delivery = await deliver(mailer, wayBackMail({ ...of, name: profile.name, slug, code })).catch((cause: unknown) =>
    noteServerFault(cloud, cause),
  );
  if (delivery !== 'sent') throw new Problem('mail-failed');
}
