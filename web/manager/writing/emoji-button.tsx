import { type Signal, useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { latinKey } from '../../lib/latin-key.ts';
import type { EmojiPicker } from '../emoji/emoji-picker.tsx';
import { EMOJI_KEY } from '../keys/keys.ts';
import { isModPressed, MOD_KEY } from '../keys/mod-key.ts';
import { words as shared } from '../words.ts';
import { insertText } from './insert-text.ts';
import { ToolButton } from './tool-button.tsx';
import { words } from './words.ts';

interface Props {
  field: { current: HTMLTextAreaElement | null };
  fault: Signal<string | null>;
}

/** Opens the emoji, which are loaded then. The chosen one is inserted at the caret, and the field has the focus again. */
export function EmojiButton({ field, fault }: Props) {
  const owner = useRef<HTMLDivElement>(null);
  const isOpen = useSignal(false);
  const loaded = useSignal<{ Picker: ComponentType<Parameters<typeof EmojiPicker>[0]> } | null>(null);
  const toggle = async () => {
    isOpen.value = !isOpen.value;
    if (!isOpen.value) {
      field.current?.focus();
      return;
    }
    try {
      loaded.value ??= { Picker: (await import('../emoji/emoji-picker.tsx')).EmojiPicker };
    } catch {
      isOpen.value = false;
      fault.value = words.emojiFailed;
    }
  };
  useEffect(() => {
    const area = field.current;
    const press = (event: KeyboardEvent) => {
      if (!isModPressed(event) || event.isComposing || latinKey(event) !== EMOJI_KEY) return;
      event.preventDefault();
      toggle();
    };
    area?.addEventListener('keydown', press);
    return () => area?.removeEventListener('keydown', press);
  }, []);
  const Picker = loaded.value?.Picker;
  return (
    <div ref={owner} class="contents">
      <ToolButton
        label={shared.emoji}
        keyHint={`${MOD_KEY}+${EMOJI_KEY.toUpperCase()}`}
        drawing="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM5.4 9.4a3 3 0 0 0 5.2 0M6 6.4h.1M10 6.4h.1"
        isPressed={isOpen.value}
        onClick={toggle}
      />
      {isOpen.value && Picker && (
        <Picker
          owner={owner}
          onChoose={(character) => {
            isOpen.value = false;
            if (field.current) insertText(field.current, character);
          }}
          onClose={(isLeft) => {
            isOpen.value = false;
            if (!isLeft) field.current?.focus();
          }}
        />
      )}
    </div>
  );
}
