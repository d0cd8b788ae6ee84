import { siteOrigin } from '../config.ts';
import { retryFailures } from './failures.ts';
import { openPost } from './post.ts';
import { sendDueMails } from './send-due-mails.ts';
import { SUBSCRIBERS } from './subscribers.ts';

/** Every five minutes: what could not be told immediately, and mails whose time has come. */
export async function tellLater(): Promise<void> {
  const post = openPost(siteOrigin());
  try {
    await retryFailures(post, SUBSCRIBERS);
  } finally {
    await sendDueMails(post);
  }
}
