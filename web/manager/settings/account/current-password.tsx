import type { Signal } from '@preact/signals';
import { Field } from '../../../ui/field.tsx';
import { words } from '../words.ts';

/** Shows that it is still the same person. */
export function CurrentPassword({ password }: { password: Signal<string> }) {
  return (
    <Field
      label={words.currentPassword}
      type="password"
      name="password"
      autocomplete="current-password"
      required
      value={password.value}
      onInput={({ currentTarget }) => {
        password.value = currentTarget.value;
      }}
    />
  );
}
