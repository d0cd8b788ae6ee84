import { isLanguage } from '@foyer/domain/language';
import type { MailAlerts } from '@foyer/domain/mail';
import { language } from '../../lib/language.ts';
import { handleEnding } from '../talk/endings.ts';
import { sentenceOf } from '../talk/sentence-of.ts';
import type { Talk } from '../talk/talk.ts';
import type { AlertsApi } from './alerts-api.ts';
import { insist } from './insist.ts';

type Outcome = { mail: MailAlerts } | { fault: string | null };

/** Sends a link to confirm the address. Asked once only: a repeat could send a second mail. */
export function askForMail(talk: Talk, api: AlertsApi, address: string): Promise<Outcome> {
  return attempt(talk, async () => remember(talk, await api.askForMail(address, isLanguage(language) ? language : 'en')));
}

export function stopMail(talk: Talk, api: AlertsApi): Promise<Outcome> {
  return attempt(talk, async () => {
    await insist(() => api.stopMail());
    return remember(talk, { isOffered: true, state: 'off', address: null });
  });
}

/** Mails the resume link to the confirmed address. Sent once only: a repeat could send a second mail. */
export async function mailWayBack(talk: Talk, api: AlertsApi): Promise<string | null> {
  const { code } = talk.keeper.read();
  if (!code) return null;
  try {
    await api.mailWayBack(code);
    return null;
  } catch (cause) {
    return handleEnding(talk, cause) ? null : sentenceOf(cause);
  }
}

/** The thread shows it without asking the server. */
export function remember({ keeper }: Talk, mail: MailAlerts): MailAlerts {
  const known = mail.state === 'off' ? undefined : mail.state;
  if (known !== keeper.read().mail) keeper.change(({ mail: _, ...kept }) => ({ ...kept, ...(known && { mail: known }) }));
  return mail;
}

async function attempt(talk: Talk, act: () => Promise<MailAlerts>): Promise<Outcome> {
  try {
    return { mail: await act() };
  } catch (cause) {
    return { fault: handleEnding(talk, cause) ? null : sentenceOf(cause) };
  }
}
