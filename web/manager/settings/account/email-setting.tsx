import { useSignal } from '@preact/signals';
import { Field } from '../../../ui/field.tsx';
import { changeEmail, hasPassword } from '../../auth/account-acts.ts';
import { useWorkspace } from '../../workspace/context.ts';
import { words } from '../words.ts';
import { ChangeFrame } from './change-frame.tsx';
import { CurrentPassword } from './current-password.tsx';
import { useChange } from './use-change.ts';

export function EmailSetting() {
  const { user } = useWorkspace();
  const change = useChange();
  const email = useSignal('');
  const password = useSignal('');
  const fault = useSignal<string | null>(null);
  const canType = hasPassword(user);
  const submit = () => {
    const wanted = email.value.trim();
    fault.value = wanted.toLowerCase() === user.email?.toLowerCase() ? words.sameEmail : null;
    if (fault.value !== null) return;
    change.run(async () => {
      await changeEmail(user, canType ? { password: password.value } : 'google', wanted);
      email.value = '';
      password.value = '';
      return words.emailSent({ email: wanted });
    });
  };
  return (
    <ChangeFrame
      label={words.email}
      value={<bdi dir="ltr">{user.email}</bdi>}
      help={words.emailHelp}
      opener={{ text: words.change, name: words.changeEmail }}
      change={change}
      onSubmit={submit}
      submit={canType ? words.sendLink : words.confirmGoogle}
    >
      <Field
        label={words.newEmail}
        type="email"
        name="email"
        autocomplete="email"
        required
        hint={words.newEmailHelp}
        fault={fault.value}
        value={email.value}
        onInput={({ currentTarget }) => {
          email.value = currentTarget.value;
          fault.value = null;
        }}
      />
      {canType && <CurrentPassword password={password} />}
    </ChangeFrame>
  );
}
