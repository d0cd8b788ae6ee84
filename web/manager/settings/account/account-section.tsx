import { Group, Section } from '../kit/section.tsx';
import { words } from '../words.ts';
import { EmailSetting } from './email-setting.tsx';
import { PasswordSetting } from './password-setting.tsx';
import { SignInsSetting } from './sign-ins-setting.tsx';

export function AccountSection() {
  return (
    <Section id="account" title={words.account}>
      <Group>
        <EmailSetting />
        <PasswordSetting />
        <SignInsSetting />
      </Group>
    </Section>
  );
}
