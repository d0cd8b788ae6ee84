import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isPlainEnter } from '../../lib/plain-enter.ts';
import { Icon } from '../../ui/icon.tsx';
import { archivingAfterReply, replied } from '../acts/archive.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { addressed, displayName } from '../conversations/visitor-name.ts';
import { focusComposer } from '../keys/bind-keys.ts';
import { MOD_KEY } from '../keys/mod-key.ts';
import { draftsGiven, keepDraft, readDraft } from '../messages/drafts.ts';
import type { Thread } from '../messages/thread.ts';
import { words } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { writing } from './writing.ts';

/** Puts a text before the draft. */
export function giveToComposer(conversationId: string, text: string): void {
  keepDraft(conversationId, [text, readDraft(conversationId)].filter(Boolean).join('\n\n'));
  draftsGiven.value++;
  focusComposer();
}

/** With touch, Enter is a new line, because the button is near. */
const hasKeyboard = matchMedia('(pointer: fine)').matches;

/** The field for replies. Each conversation keeps its draft until it is sent. */
export function Composer({ thread, conversation }: { thread: Thread; conversation: Conversation }) {
  const { conversationId } = thread;
  const workspace = useWorkspace();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useSignal(readDraft(conversationId));
  const fault = useSignal<string | null>(null);

  // Before anything more can be typed: a key between would be stored with the text that is replaced.
  useLayoutEffect(() => {
    text.value = readDraft(conversationId);
    fault.value = null;
  }, [conversationId, draftsGiven.value]);

  useLayoutEffect(() => {
    if (!field.current) return;
    field.current.style.height = 'auto';
    field.current.style.height = `${field.current.scrollHeight}px`;
  }, [text.value]);

  const write = (typed: string) => {
    text.value = typed;
    fault.value = null;
    keepDraft(conversationId, typed);
    thread.typing(typed.trim() !== '');
  };
  const send = () => {
    if (text.value.trim() === '') return false;
    fault.value = thread.reply(text.value);
    if (fault.value === null) {
      writing.value?.endEditing(conversationId);
      write('');
    }
    field.current?.focus();
    return fault.value === null;
  };
  const sendAndArchive = () => {
    if (send()) workspace.change([replied(conversation)], archivingAfterReply);
  };
  const press = (event: KeyboardEvent) => {
    const isWithModifier = event.metaKey || event.ctrlKey;
    const isSending = isPlainEnter(event) && (hasKeyboard || isWithModifier);
    if (!isSending) return;
    event.preventDefault();
    if (isWithModifier && hasKeyboard) sendAndArchive();
    else send();
  };

  const name = addressed(displayName(conversation));
  const extras = writing.value;
  return (
    <form
      class="mx-auto w-full max-w-184 shrink-0 px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] two:px-6 two:pb-5"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="relative min-h-9 pointer-coarse:min-h-12">
        {extras && <extras.Tools conversation={conversation} field={field} text={text} fault={fault} />}
      </div>
      <div class="flex items-end gap-1 rounded-2xl border border-edge/70 bg-raised p-1.5 ps-4 has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:-outline-offset-1 has-[textarea:focus-visible]:outline-accent">
        <textarea
          ref={field}
          data-composer
          rows={1}
          dir="auto"
          aria-label={words.yourReply}
          aria-describedby="composer-tray composer-note"
          placeholder={name === null ? words.replyToVisitor : words.replyTo({ name })}
          value={text.value}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={press}
          onBlur={() => thread.typing(false)}
          class="max-h-[40dvh] min-h-8 grow resize-none bg-transparent py-1 text-md leading-6 outline-none placeholder:text-soft pointer-coarse:min-h-11 pointer-coarse:py-2.5"
        />
        {extras ? (
          <extras.SendMenu
            conversation={conversation}
            field={field}
            text={text}
            fault={fault}
            clear={() => write('')}
            sendAndArchive={sendAndArchive}
          />
        ) : (
          <span class="size-8 shrink-0 pointer-coarse:size-11" />
        )}
        <button
          type="submit"
          aria-label={words.send}
          title={words.sendTitle({ enter: words.keyEnter, modifier: MOD_KEY })}
          disabled={text.value.trim() === ''}
          class="grid size-8 shrink-0 place-items-center rounded-xl bg-accent text-on-accent transition-opacity duration-150 disabled:bg-hover disabled:text-soft pointer-coarse:size-11"
        >
          <Icon name="send" />
        </button>
      </div>
      <p id="composer-note" aria-live="polite" class="flex min-h-5 justify-between gap-4 px-1 pt-1 text-xs text-soft empty:min-h-0">
        {extras ? <extras.Hint text={text.value} fault={fault.value} /> : fault.value}
      </p>
    </form>
  );
}
