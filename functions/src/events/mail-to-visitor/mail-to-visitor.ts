import { isFromManager } from '@foyer/domain/participant';
import type { Subscriber } from '../subscriber.ts';

/** A visitor who is looking reads a reply within this time, and then needs no mail. */
const WAIT_MS = 5 * 60_000;

/** Puts a manager's reply into the queue of mails to the visitor, if their address is confirmed. What is read by then is not mailed. */
export const mailToVisitor: Subscriber = {
  name: 'mail-to-visitor',
  async prepare(post, { message }, facts) {
    if (!isFromManager(message) || (await post.mail()) === null) return null;
    return (await facts.visitorReach())?.mail ? { mailDueAt: post.now() + WAIT_MS } : null;
  },
};
