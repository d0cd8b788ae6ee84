import type { Settings } from '@foyer/domain/settings';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Setting } from './setting.tsx';
import { useSaving } from './use-saving.ts';

interface Props {
  label: string;
  help: string;
  isOn: boolean;
  /** What turning it changes. */
  turned(isOn: boolean): Partial<Settings>;
  children?: ComponentChildren;
}

/** A setting that is on or off. In forced colours the switch is the system's check box. */
export function SwitchSetting({ label, help, isOn, turned, children }: Props) {
  const id = useId();
  const { saving, save } = useSaving();
  return (
    <Setting
      id={id}
      label={label}
      help={help}
      saving={saving}
      control={
        <input
          id={id}
          type="checkbox"
          checked={isOn}
          aria-describedby={`${id}-help`}
          onChange={({ currentTarget }) => save(turned(currentTarget.checked))}
          class="switch"
        />
      }
    >
      {children}
    </Setting>
  );
}
