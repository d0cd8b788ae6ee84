import { Timestamp } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import { logs } from '../logs.ts';
import { type Mail, type Mailer, MailFault } from './mailer.ts';

const MINUTE_MS = 60_000;
/** Pauses after each failure in a row. The schedule runs every five minutes. */
const PAUSES_MS = [5, 5, 10, 20, 40, 60].map((minutes) => minutes * MINUTE_MS);
const RECEIVER_PAUSES_MS = [5, 10, 20, 60, 240].map((minutes) => minutes * MINUTE_MS);
/** How long a run may take to send one mail. If it dies, another run sends it after this time, with the same Message-ID. */
export const CLAIM_MS = 10 * MINUTE_MS;

/** `later`: this receiver's server asked to try again (as greylisting does). `rejected`: it never will accept it. */
export type Delivery = 'sent' | 'later' | 'rejected';

/** Throws a `MailFault` if no mail at all can be sent now. */
export async function deliver(mailer: Mailer, mail: Mail): Promise<Delivery> {
  try {
    await mailer.send(mail);
    return 'sent';
  } catch (cause) {
    if (!(cause instanceof MailFault)) throw cause;
    logs.mailRefused(cause);
    if (cause.at === 'server') throw cause;
    return cause.isFinal ? 'rejected' : 'later';
  }
}

/** When to try again for one receiver, after so many attempts. */
export function nextAttempt(platform: Platform, attempts: number): Timestamp {
  return Timestamp.fromMillis(platform.now() + (RECEIVER_PAUSES_MS[attempts - 1] ?? Math.max(...RECEIVER_PAUSES_MS)));
}

/** Since when no mail can be sent, in ms since 1970; `null` if nothing is wrong. */
export async function mailServerFailingSince(platform: Platform): Promise<number | null> {
  return (await (await platform.tables()).mailServer().get()).data()?.failingSince.toMillis() ?? null;
}

/** After a failure nothing is sent until a check succeeds, at growing intervals: an absent server would cost seconds for each mail. */
export async function isMailServerUp(platform: Platform, mailer: Mailer): Promise<boolean> {
  const place = (await platform.tables()).mailServer();
  const state = (await place.get()).data();
  if (!state) return true;
  if (state.notBefore.toMillis() > platform.now()) return false;
  try {
    await mailer.check();
  } catch (cause) {
    await noteServerFault(platform, cause);
    return false;
  }
  await place.delete();
  logs.mailServerBack();
  return true;
}

/** Rethrows everything but a `MailFault`. */
export async function noteServerFault(platform: Platform, cause: unknown): Promise<void> {
  if (!(cause instanceof MailFault)) throw cause;
  logs.mailServerDown(cause);
  const table = await platform.tables();
  const place = table.mailServer();
  await table.transaction(async (transaction) => {
    const before = (await transaction.get(place)).data();
    const attempts = (before?.attempts ?? 0) + 1;
    const now = platform.now();
    transaction.set(place, {
      failingSince: before?.failingSince ?? Timestamp.fromMillis(now),
      attempts,
      notBefore: Timestamp.fromMillis(now + (PAUSES_MS[attempts - 1] ?? Math.max(...PAUSES_MS))),
      error: cause.code,
    });
  });
}
