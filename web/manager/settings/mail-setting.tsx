import type { ManagerMail, managerMailEndpoint } from '@foyer/domain/mail';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { call } from '../../lib/api.ts';
import { locale } from '../../lib/language.ts';
import { useWorkspace } from '../workspace/context.ts';
import { SelectSetting } from './kit/select-setting.tsx';
import { zoneHere } from './quiet-hours.ts';
import { words } from './words.ts';

/** When a mail tells of unread messages, and whether mails work at all. */
export function MailSetting() {
  const { settings, proof } = useWorkspace();
  const state = useSignal<ManagerMail | null>(null);
  useEffect(() => {
    // Without an answer, nothing is known to be wrong.
    (async () => {
      state.value = await call<typeof managerMailEndpoint>('GET', '/api/managers/me/mail', {}, await proof());
    })().catch(() => {});
  }, []);
  return (
    <SelectSetting
      label={words.mail}
      help={words.mailHelp}
      value={settings.value.mailAfter}
      options={[
        ['never', words.mailNever],
        ['quarter-hour', words.mailQuarterHour],
        ['hour', words.mailHour],
        ['day', words.mailDay],
      ]}
      // "Once a day" means the morning here.
      chosen={(mailAfter) => ({ mailAfter, timeZone: zoneHere() })}
      note={state.value && noteOf(state.value)}
    />
  );
}

function noteOf({ isOffered, failingSince }: ManagerMail): string | null {
  if (!isOffered) return words.mailOff;
  if (failingSince === null) return null;
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(failingSince);
  return words.mailFailing({ moment });
}
