import { IconButton } from '../../ui/icon-button.tsx';
import type { Conversation } from '../conversations/conversation.ts';
import { useWorkspace } from '../workspace/context.ts';
import type { Act } from './act.ts';
import { perform } from './perform.ts';

interface Props {
  act: Act;
  conversation: Conversation;
  class?: string;
  tabIndex?: number;
}

export function ActButton({ act, conversation, class: extra, tabIndex }: Props) {
  const workspace = useWorkspace();
  return (
    <IconButton
      icon={act.icon}
      label={act.label}
      keyHint={act.key}
      class={extra}
      tabIndex={tabIndex}
      aria-haspopup={'dialog' in act ? 'dialog' : undefined}
      onClick={() => perform(act, { conversations: [conversation], workspace })}
    />
  );
}
