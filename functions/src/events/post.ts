import { once, openPlatform, type Platform } from '../cloud.ts';
import type { Mailer } from '../mail/mailer.ts';
import { openMailer } from '../mail/open-mailer.ts';
import type { PushSender } from '../push/push-sender.ts';

/** The dependencies of subscribers. Tests pass their own clock and senders. */
export interface Post extends Platform {
  /** The site's canonical origin, for links. */
  origin: string;
  /** `null` if the site has no key for pushes. */
  push(): Promise<PushSender | null>;
  /** `null` if the site has no mail server. */
  mail(): Promise<Mailer | null>;
}

export function openPost(origin: string): Post {
  return {
    ...openPlatform(),
    origin,
    push: once(async () => (await import('../push/open-push.ts')).openPush()),
    mail: once(openMailer),
  };
}
