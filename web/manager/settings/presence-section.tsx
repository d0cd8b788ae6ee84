import { words as names } from '../account/words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { ChoiceSetting } from './kit/choice-setting.tsx';
import { Group, Section } from './kit/section.tsx';
import { SwitchSetting } from './kit/switch-setting.tsx';
import { words } from './words.ts';

export function PresenceSection() {
  const { availability, hasReceipts } = useWorkspace().settings.value;
  return (
    <Section id="presence" title={words.presence}>
      <Group>
        <ChoiceSetting
          label={words.availability}
          help={words.availabilityHelp}
          value={availability}
          options={[
            ['automatic', names.automatic, words.automaticHelp],
            ['away', names.away, words.awayHelp],
            ['do-not-disturb', names.doNotDisturb, words.doNotDisturbHelp],
            ['invisible', names.invisible, words.invisibleHelp],
          ]}
          chosen={(value) => ({ availability: value })}
        />
        <SwitchSetting label={words.receipts} help={words.receiptsHelp} isOn={hasReceipts} turned={(isOn) => ({ hasReceipts: isOn })} />
      </Group>
    </Section>
  );
}
