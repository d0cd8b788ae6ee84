import { Menu, MenuItem, MenuRule } from '../../ui/menu.tsx';
import type { Act } from '../acts/act.ts';
import { perform } from '../acts/perform.ts';
import { actsIn } from '../acts/register.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { MOVE_KEYS } from '../keys/keys.ts';
import { words } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { areDetailsOpen, isMoreOpen } from '../workspace/panels.ts';

export function MoreMenu({ conversation }: { conversation: Conversation }) {
  const workspace = useWorkspace();
  const item = (act: Act, look?: string) => (
    <MenuItem
      key={act.name}
      icon={act.icon}
      name={act.label}
      keyHint={act.key}
      note={act.note}
      isDanger={act.isDanger}
      class={look}
      onChoose={() => perform(act, { conversations: [conversation], workspace })}
    />
  );
  return (
    <Menu
      label={words.more}
      keyHint={MOVE_KEYS.more[0]}
      isOpen={isMoreOpen.value}
      onToggle={(isOpen) => {
        isMoreOpen.value = isOpen;
      }}
    >
      <MenuItem
        icon="person"
        name={words.aboutVisitor}
        class="two:hidden"
        onChoose={() => {
          areDetailsOpen.value = true;
        }}
      />
      {actsIn('narrow menu', conversation).map((act) => item(act, 'two:hidden'))}
      {actsIn('menu', conversation).map((act) => item(act))}
      <MenuRule />
      {actsIn('menu end', conversation).map((act) => item(act))}
    </Menu>
  );
}
