import { useWorkspace } from '../workspace/context.ts';
import { Devices } from './devices/devices.tsx';
import { Group, Section } from './kit/section.tsx';
import { SwitchSetting } from './kit/switch-setting.tsx';
import { MailSetting } from './mail-setting.tsx';
import { QuietHoursSetting } from './quiet-hours-setting.tsx';
import { words } from './words.ts';

export function NotificationsSection() {
  const { hasSound, isTextInPush } = useWorkspace().settings.value;
  return (
    <Section id="notifications" title={words.notifications}>
      <Group>
        <SwitchSetting label={words.sound} help={words.soundHelp} isOn={hasSound} turned={(isOn) => ({ hasSound: isOn })} />
        <SwitchSetting
          label={words.textInPush}
          help={words.textInPushHelp}
          isOn={isTextInPush}
          turned={(isOn) => ({ isTextInPush: isOn })}
        />
        <QuietHoursSetting />
        <MailSetting />
      </Group>
      <Devices />
    </Section>
  );
}
