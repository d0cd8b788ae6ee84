import { paths } from '@foyer/domain/paths';
import { parseSender } from '@foyer/functions/mail/mail-settings';
import { z } from 'zod';
import { deployedFunctions } from '../google/functions.ts';
import type { Deployment, Google } from '../google/google.ts';
import { advice, type Finding, mend } from './finding.ts';

const Field = z.object({ timestampValue: z.string().optional(), stringValue: z.string().optional() });
const State = z.object({ fields: z.record(z.string(), Field).default({}) });

/** Checks that mails have a valid sender, and that the mail server accepts them: the site records since when it doesn't. */
export async function mail(google: Google, deployment: Deployment): Promise<Finding[]> {
  const senders = (await deployedFunctions(google, deployment)).flatMap(
    ({ serviceConfig: { environmentVariables } }) => environmentVariables.MAIL_FROM ?? [],
  );
  const sender = senders.find((one) => one !== '');
  if (sender === undefined) return [advice('This site sends no mail: MAIL_FROM is empty. To turn it on, see “Mail” in docs/deploy.md.')];
  if (parseSender(sender) === null)
    return [
      mend('MAIL_FROM is no address, so no mail is sent. Set it in functions/.env, such as `MAIL_FROM=foyer@example.org`, and deploy.'),
    ];
  const place = `v1/projects/${deployment.projectId}/databases/(default)/documents/${paths.job('mail')}`;
  const state = await google.get('firestore.googleapis.com', place, State);
  if (state === null) return [];
  const { failingSince, error } = state.fields;
  return [
    mend(
      `No mail can be sent since ${failingSince?.timestampValue ?? 'an unknown time'} (${error?.stringValue ?? 'unknown'}). ${adviceOn(error?.stringValue ?? '')} Nothing is lost: mails wait, and go out when the server accepts them again.`,
    ),
  ];
}

/** By nodemailer's codes. */
function adviceOn(error: string): string {
  if (error.startsWith('EAUTH'))
    return 'The server refuses user or password: set SMTP_URL again, with special characters escaped, and deploy.';
  if (/^(?:ETLS|ESOCKET)/.test(error))
    return 'The connection can’t be encrypted: check the port (465 for smtps, 587 for smtp) and the server’s certificate.';
  if (error.startsWith('EENVELOPE')) return 'The server refuses the sender: MAIL_FROM must be an address that this user may send from.';
  return 'The server can’t be reached: check the host and port in SMTP_URL.';
}
