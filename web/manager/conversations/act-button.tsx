import { IconButton } from '../../ui/icon-button.tsx';
import { useWorkspace } from '../shell/context.ts';
import { ACT_LOOKS } from './act-looks.ts';
import type { Conversation } from './conversation.ts';
import type { Act } from './possible-acts.ts';

/** One act as a picture. */
export function ActButton({ act, conversation, class: extra }: { act: Act; conversation: Conversation; class?: string }) {
  const workspace = useWorkspace();
  const { name, icon, keyHint } = ACT_LOOKS[act];
  return (
    <IconButton
      icon={icon}
      label={act === 'snooze' && conversation.status === 'snoozed' ? 'Snooze or wake' : name}
      keyHint={keyHint}
      class={extra}
      aria-haspopup={act === 'snooze' ? 'dialog' : undefined}
      onClick={() => workspace.act(act, conversation)}
    />
  );
}
