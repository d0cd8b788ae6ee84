import type { Tray } from '@foyer/domain/conversation';
import type { Signal } from '@preact/signals';
import { valuesOf } from '../canned-replies/values-of.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { useWorkspace } from '../workspace/context.ts';
import { DraftOffer } from './draft-offer.tsx';
import { EditingBar } from './editing-bar.tsx';
import { EmojiButton } from './emoji-button.tsx';
import { insertText } from './insert-text.ts';
import { ModeSwitch } from './mode-switch.tsx';
import { ReplyPicker } from './reply-picker.tsx';
import { ToolButton } from './tool-button.tsx';
import { words } from './words.ts';

export interface ToolsProps {
  conversation: Conversation;
  field: { current: HTMLTextAreaElement | null };
  text: Signal<string>;
  fault: Signal<string | null>;
}

const TRAY_NOTES: Readonly<Record<Tray, string | null>> = {
  inbox: null,
  requests: words.replyMovesRequest,
  spam: words.replyMovesSpam,
};

/** The row above the reply field, and the list that a slash opens. */
export function Tools({ conversation, field, text, fault }: ToolsProps) {
  const { page } = useWorkspace();
  const tray = TRAY_NOTES[conversation.tray];
  const slash = () => {
    const area = field.current;
    if (!area) return;
    const before = area.value.slice(0, area.selectionStart);
    insertText(area, /(?:^|\s)$/.test(before) ? '/' : ' /');
  };
  return (
    <>
      <ReplyPicker field={field} text={text} fault={fault} values={() => valuesOf(conversation, page.peek())} />
      <DraftOffer conversationId={conversation.id} />
      <EditingBar conversationId={conversation.id} text={text} fault={fault} />
      <div class="flex flex-wrap items-center gap-x-1 pb-1">
        <ModeSwitch conversationId={conversation.id} />
        <p
          id="composer-tray"
          class="px-1 text-xs text-pretty text-soft max-two:order-first max-two:basis-full max-two:not-empty:pb-1.5 two:min-w-0 two:flex-1"
        >
          {tray}
        </p>
        <div class="ms-auto flex gap-1">
          <EmojiButton field={field} fault={fault} />
          <ToolButton label={words.cannedReplies} keyHint="/" drawing="M2.5 3.5h11v7h-6l-3 2.8v-2.8h-2zM9.3 5.2 6.8 8.8" onClick={slash} />
        </div>
      </div>
    </>
  );
}
