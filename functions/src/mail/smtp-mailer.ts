import { createHash } from 'node:crypto';
import type { Transporter } from 'nodemailer';
import type { MailSettings } from './mail-settings.ts';
import { type Mail, type Mailer, MailFault } from './mailer.ts';

/** A request for a confirmation mail waits for the mail server, and the API's requests end after 30 seconds. */
const CONNECT_MS = 5000;
const SILENCE_MS = 8000;
const TOTAL_MS = 15_000;

/** Sends through one SMTP server, over TLS except on loopback. One connection for each mail: there are few. */
export function openSmtpMailer({ server, from, keys }: MailSettings): Mailer {
  const { host, port, isSecure, isLoopback, auth } = server;
  const connect = async () => {
    const { createTransport } = await import('nodemailer');
    return createTransport({
      host,
      port,
      secure: isSecure,
      requireTLS: !isLoopback,
      ignoreTLS: isLoopback && !isSecure,
      tls: { minVersion: 'TLSv1.2' },
      ...(auth && { auth }),
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      dnsTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      maxResponseSize: 64_000,
      // A mail is text that we made: it never contains a file or an address to load.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
  return {
    keys,
    send: (mail) => inTime(connect, (transport) => transport.sendMail(envelopeOf(mail))),
    check: () => inTime(connect, (transport) => transport.verify()),
  };

  function envelopeOf({ to, replyName, subject, text, id, language, stopLink }: Mail) {
    return {
      // As objects: as text, one address could be parsed as several.
      from,
      to: { name: '', address: to },
      replyTo: { name: replyName, address: from.address },
      subject,
      text,
      messageId: `<${createHash('sha256').update(id).digest('hex').slice(0, 40)}@${from.address.split('@').at(-1)}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'Content-Language': language,
        ...(stopLink && { 'List-Unsubscribe': `<${stopLink}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
      },
    };
  }
}

/** A server that sends a byte now and then would never be silent, so there is a limit for all of it too. */
async function inTime(connect: () => Promise<Transporter>, act: (transport: Transporter) => Promise<unknown>): Promise<void> {
  const transport = await connect();
  const overdue = Promise.withResolvers<never>();
  const timer = setTimeout(() => overdue.reject(Object.assign(new Error('overdue'), { code: 'ETIMEDOUT' })), TOTAL_MS);
  try {
    await Promise.race([act(transport), overdue.promise]);
  } catch (cause) {
    throw faultOf(cause);
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

/** What the server said about the receiver or the mail's content concerns this mail; everything else concerns all mails. */
function faultOf(cause: unknown): MailFault {
  const { code, command, responseCode } = cause as { code?: string; command?: string; responseCode?: number };
  const name = responseCode === undefined ? (code ?? 'unknown') : `${code} ${responseCode}`;
  const isOfReceiver = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM' && responseCode !== 421;
  return new MailFault(isOfReceiver ? 'receiver' : 'server', isOfReceiver && (responseCode ?? 0) >= 500, name);
}
