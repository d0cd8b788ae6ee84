import { useSignal } from '@preact/signals';
import { Field } from '../../../ui/field.tsx';
import { changePassword, hasPassword } from '../../auth/account-acts.ts';
import { PASSWORD_HELP, passwordFault } from '../../auth/password.ts';
import { useWorkspace } from '../../workspace/context.ts';
import { words } from '../words.ts';
import { ChangeFrame } from './change-frame.tsx';
import { CurrentPassword } from './current-password.tsx';
import { useChange } from './use-change.ts';

export function PasswordSetting() {
  const { proof, user } = useWorkspace();
  const change = useChange();
  const current = useSignal('');
  const wanted = useSignal('');
  const weakness = useSignal<string | null>(null);
  const isSet = hasPassword(user);
  const submit = () => {
    weakness.value = passwordFault(wanted.value, user.email ?? '');
    if (weakness.value !== null) return;
    change.run(async () => {
      const areOthersOut = await changePassword(user, isSet ? { password: current.value } : 'google', wanted.value, proof);
      current.value = '';
      wanted.value = '';
      return areOthersOut ? words.passwordChanged : words.passwordChangedHere;
    });
  };
  const title = isSet ? words.changePassword : words.setPassword;
  return (
    <ChangeFrame
      label={words.password}
      value={null}
      help={isSet ? words.passwordSet : words.passwordUnset}
      opener={{ text: isSet ? words.change : words.setPassword, name: title }}
      change={change}
      onSubmit={submit}
      submit={isSet ? words.changePassword : words.confirmGoogle}
    >
      {/* Password managers find the account by it. */}
      <input type="hidden" name="username" autocomplete="username" value={user.email ?? ''} />
      {isSet && <CurrentPassword password={current} />}
      <Field
        label={words.newPassword}
        type="password"
        name="new-password"
        autocomplete="new-password"
        required
        hint={PASSWORD_HELP}
        fault={weakness.value}
        value={wanted.value}
        onInput={({ currentTarget }) => {
          wanted.value = currentTarget.value;
          if (weakness.value !== null) weakness.value = passwordFault(wanted.value, user.email ?? '');
        }}
      />
    </ChangeFrame>
  );
}
