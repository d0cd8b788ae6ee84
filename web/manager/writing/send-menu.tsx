import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import type { Conversation } from '../conversations/conversation.ts';
import { isModPressed, MOD_KEY } from '../keys/mod-key.ts';
import { words as shared } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { sendLater } from './send-later.tsx';
import type { ToolsProps } from './tools.tsx';
import { words } from './words.ts';

interface Props extends ToolsProps {
  conversation: Conversation;
  /** Empties the field and its draft. */
  clear(): void;
  sendAndArchive(): void;
}

const ARCHIVE_KEYS = `${MOD_KEY}+${shared.keyEnter}`;
const LATER_KEYS = `${MOD_KEY}+${shared.keyShift}+${shared.keyEnter}`;

/** With touch, the keyboard would open below the dialog. */
const hasKeyboard = matchMedia('(pointer: fine)').matches;

/** The other ways to send, next to the button. */
export function SendMenu({ conversation, field, text, fault, clear, sendAndArchive }: Props) {
  const { store } = useWorkspace();
  const isOpen = useSignal(false);
  const isEmpty = text.value.trim() === '';
  const later = () => sendLater(store, conversation, { text, fault, clear });
  // The closed menu has the focus, and its button can't have it without a text: the dialog returns it to the field.
  const fromField = () => {
    if (hasKeyboard) field.current?.focus();
    later();
  };
  useEffect(() => {
    const area = field.current;
    const press = (event: KeyboardEvent) => {
      const { key, shiftKey, isComposing, keyCode, ctrlKey, metaKey, altKey } = event;
      const isMod = isModPressed({ ctrlKey, metaKey, altKey, shiftKey: false });
      if (key !== 'Enter' || !shiftKey || !isMod || isComposing || keyCode === 229) return;
      event.preventDefault();
      later();
    };
    area?.addEventListener('keydown', press);
    return () => area?.removeEventListener('keydown', press);
  });
  return (
    <Menu
      label={words.sendOptions}
      icon="more"
      isAbove
      isDisabled={isEmpty}
      isOpen={isOpen.value && !isEmpty}
      onToggle={(next) => {
        isOpen.value = next;
      }}
    >
      <MenuItem icon="archive" name={shared.sendAndArchive} keyHint={ARCHIVE_KEYS} onChoose={sendAndArchive} />
      <MenuItem icon="clock" name={shared.sendLater} keyHint={LATER_KEYS} onChoose={() => requestAnimationFrame(fromField)} />
    </Menu>
  );
}
