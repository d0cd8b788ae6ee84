import { logs } from '../logs.ts';
import { addressKey, mailFrom, smtpUrl } from '../params.ts';
import { readMailSettings } from './mail-settings.ts';
import type { Mailer } from './mailer.ts';

/** `null` if the site sends no mail: `SMTP_URL` is `off` or missing, or a setting is wrong, which must not stop anything else. */
export async function openMailer(): Promise<Mailer | null> {
  const settings = readMailSettings({ smtpUrl: smtpUrl.value(), mailFrom: mailFrom.value(), addressKey: addressKey.value() });
  if (typeof settings === 'string') logs.mailSettingWrong(settings);
  if (settings === null || typeof settings === 'string') return null;
  return (await import('./smtp-mailer.ts')).openSmtpMailer(settings);
}
