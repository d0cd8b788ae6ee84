import { isManagerRole } from '@foyer/domain/participant';
import { logs } from '../logs.ts';
import { isMailServerUp, noteServerFault } from '../mail/mail-server.ts';
import { MailFault } from '../mail/mailer.ts';
import { sendDueConfirmations } from '../mail/send-confirmation.ts';
import { sendWaiting } from './mail-to-manager/send-waiting.ts';
import { sendAnswer } from './mail-to-visitor/send-answer.ts';
import type { Post } from './post.ts';
import { receivers } from './queue.ts';

/** The scheduled function times out after 300 seconds, and the last mail takes up to 15 of them. */
const RUN_MS = 240_000;

export interface SentMails {
  confirmations: number;
  toManagers: number;
  toVisitors: number;
}

/**
 * Sends every mail whose time has come. Safe to run twice, at the same time or interrupted: each receiver is claimed first. Does nothing
 * while the mail server is away, except a check now and then.
 */
export async function sendDueMails(post: Post): Promise<SentMails> {
  const sent: SentMails = { confirmations: 0, toManagers: 0, toVisitors: 0 };
  const mailer = await post.mail();
  if (mailer === null || !(await isMailServerUp(post, mailer))) return sent;
  const until = post.now() + RUN_MS;
  const isOver = () => post.now() > until;
  try {
    sent.confirmations = await sendDueConfirmations(post, { mailer, origin: post.origin }, isOver);
    for (const alert of await receivers(await post.tables(), post.now())) {
      if (isOver()) break;
      const send = isManagerRole(alert.to) ? sendWaiting : sendAnswer;
      // Whatever is wrong with one receiver, the others get their mail.
      const isSent = await send(post, mailer, alert).catch((cause: unknown) => {
        if (cause instanceof MailFault) throw cause;
        logs.mailNotSent(cause);
        return false;
      });
      if (isSent) sent[isManagerRole(alert.to) ? 'toManagers' : 'toVisitors']++;
    }
  } catch (cause) {
    await noteServerFault(post, cause);
  }
  if (Object.values(sent).some((count) => count > 0)) logs.mailsSent({ ...sent });
  return sent;
}
