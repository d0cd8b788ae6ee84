import { mailDueAt } from '@foyer/domain/mail-due';
import { isFromVisitor } from '@foyer/domain/participant';
import type { Subscriber } from '../subscriber.ts';
import { deservesMail } from './deserves-mail.ts';

/** Puts a visitor's message into the queue of mails to its manager. Nothing is sent here: it may be read before the mail is due. */
export const mailToManager: Subscriber = {
  name: 'mail-to-manager',
  async prepare(post, { message }, facts) {
    if (!isFromVisitor(message) || (await post.mail()) === null) return null;
    const reach = await facts.managerReach();
    if (!reach || reach.settings.mailAfter === 'never') return null;
    const conversation = await facts.conversation();
    if (!conversation || !deservesMail(conversation)) return null;
    const dueAt = mailDueAt(reach.settings.mailAfter, reach.settings.timeZone, post.now());
    return dueAt === null ? null : { mailDueAt: dueAt };
  },
};
