import { isOpen } from '@foyer/domain/page-state';
import { isFromVisitor, VISITOR } from '@foyer/domain/participant';
import type { MailReach } from '@foyer/domain/reach';
import { FieldValue, Timestamp } from '@google-cloud/firestore';
import { type AlertDocument, isAccepted, type StoredConversation, type StoredManager, type Tables } from '../../db.ts';
import { mailLink } from '../../mail/mail-link.ts';
import { CLAIM_MS, deliver, nextAttempt } from '../../mail/mail-server.ts';
import { type Mailer, MailFault } from '../../mail/mailer.ts';
import { answerMail } from '../../mail/mails.ts';
import { openAddress } from '../../mail/seal-address.ts';
import type { Post } from '../post.ts';
import { isDue, queueOf, requeue } from '../queue.ts';
import { needsMail } from './needs-mail.ts';

/** How far back to look for the visitor's last message. Beyond that they were silent. */
const LATEST = 20;

/**
 * Sends one mail without content to a confirmed address, if the reply is still unread and this silence had none. Claims the address first,
 * so simultaneous runs send one mail. Returns whether one was sent. Throws a `MailFault` if no mail can be sent now.
 */
export async function sendAnswer(post: Post, mailer: Mailer, alert: AlertDocument): Promise<boolean> {
  const { managerId, conversationId } = alert;
  const table = await post.tables();
  const reach = table.reach(managerId, conversationId);
  const mail = await claim(post, table, alert);
  if (mail === 'claimed') return false;
  /** A stopped alert has no state any more, and must get none. */
  const keep = (state: Partial<MailReach<Timestamp>>) => keepState(post, alert, mail?.requestId, state);
  try {
    const queued = await queueOf(table, alert);
    const [found, managerFound] = await Promise.all([table.conversation(managerId, conversationId).get(), table.manager(managerId).get()]);
    const [conversation, manager] = [found.data(), managerFound.data()];
    const address = mail && openAddress(mailer.keys, conversationId, mail.address);
    if (!mail || !address || !conversation || !manager || !isOpen(manager)) {
      await requeue(table, queued, null);
      await keep({ notBefore: null });
      return false;
    }
    const needed = await isNeeded(post, table, alert, conversation, mail);
    if (needed !== 'yes' || !queued.some((one) => isDue(one, post.now()))) {
      if (needed === 'no') await requeue(table, queued, null);
      await keep({ notBefore: null });
      return false;
    }
    const delivery = await deliver(mailer, mailTo(post, mailer, alert, { address, mail, manager, firstId: queued[0]?.id }));
    if (delivery === 'later') {
      const attempts = mail.attempts + 1;
      const notBefore = nextAttempt(post, attempts);
      await keep({ attempts, notBefore });
      await requeue(table, queued, notBefore);
      return false;
    }
    // First the state: a run that dies here leaves alerts whose silence had its mail.
    if (delivery === 'sent') await keep({ mailedAt: Timestamp.fromMillis(post.now()), attempts: 0, notBefore: null });
    else await isAccepted(reach.update({ mail: FieldValue.delete() }));
    await requeue(table, queued, null);
    return delivery === 'sent';
  } catch (cause) {
    if (cause instanceof MailFault) await keep({ notBefore: null });
    throw cause;
  }
}

interface To {
  address: string;
  mail: MailReach<Timestamp>;
  manager: StoredManager;
  firstId: string | undefined;
}

function mailTo(post: Post, mailer: Mailer, { managerId, conversationId }: AlertDocument, { address, mail, manager, firstId }: To) {
  const { origin } = post;
  const { language, requestId } = mail;
  return answerMail({
    to: address,
    // The earliest alert stays in the queue until this silence had its mail, so the id is the same at every attempt.
    id: `answer ${firstId}`,
    language,
    origin,
    name: manager.profile.name,
    slug: manager.slug,
    stopLink: mailLink(origin, mailer.keys, post.now(), { does: 'stop-visitor', managerId, conversationId, requestId, language }),
  });
}

/** The state before this claim; `null` without a confirmed address; `claimed` if another run has it, or the last attempt failed recently. */
async function claim(
  post: Post,
  table: Tables,
  { managerId, conversationId }: AlertDocument,
): Promise<MailReach<Timestamp> | null | 'claimed'> {
  const reach = table.reach(managerId, conversationId);
  return table.transaction(async (transaction) => {
    const mail = (await transaction.get(reach)).data()?.mail;
    if (!mail) return null;
    if ((mail.notBefore?.toMillis() ?? 0) > post.now()) return 'claimed';
    transaction.update(reach, { 'mail.notBefore': Timestamp.fromMillis(post.now() + CLAIM_MS) });
    return mail;
  });
}

/** Unless the visitor stopped the mails or confirmed another address since. */
async function keepState(
  post: Post,
  { managerId, conversationId }: AlertDocument,
  requestId: string | undefined,
  state: Partial<MailReach<Timestamp>>,
): Promise<void> {
  const table = await post.tables();
  const reach = table.reach(managerId, conversationId);
  await table.transaction(async (transaction) => {
    const mail = (await transaction.get(reach)).data()?.mail;
    if (mail && mail.requestId === requestId) transaction.update(reach, { mail: { ...mail, ...state } });
  });
}

async function isNeeded(
  post: Post,
  table: Tables,
  { managerId, conversationId }: AlertDocument,
  { lastMessage }: StoredConversation,
  { mailedAt }: MailReach<Timestamp>,
) {
  const marks = (await table.presence(managerId, conversationId, VISITOR).get()).data();
  // Only who was mailed before can have had this silence's mail. Someone without JavaScript leaves no marks, but writes.
  const latest = mailedAt && (await table.messages(managerId, conversationId).orderBy('createdAt', 'desc').limit(LATEST).get());
  const wrote = latest?.docs.map((one) => one.data()).find(isFromVisitor);
  return needsMail(
    {
      lastMessage: { sender: lastMessage.sender, at: lastMessage.at.toMillis() },
      seenAt: marks?.seenAt?.toMillis() ?? null,
      readAt: marks?.readAt?.toMillis() ?? null,
      wroteAt: wrote?.createdAt.toMillis() ?? null,
      mailedAt: mailedAt?.toMillis() ?? null,
    },
    post.now(),
  );
}
