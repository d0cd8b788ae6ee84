import type { Tray } from '@foyer/domain/conversation';
import { TEXT_MAX } from '@foyer/domain/limits';
import { signal, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { isPlainEnter } from '../../lib/plain-enter.ts';
import { Icon } from '../../ui/icon.tsx';
import { archivingAfterReply, replied } from '../acts/archive.ts';
import { connection } from '../connection/connection.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { addressed, displayName } from '../conversations/visitor-name.ts';
import { focusComposer } from '../keys/bind-keys.ts';
import { MOD_KEY } from '../keys/key-help.ts';
import { keepDraft, readDraft } from '../messages/drafts.ts';
import type { Thread } from '../messages/thread.ts';
import { useWorkspace } from '../workspace/context.ts';

/** Changes when a draft was changed from outside. */
const givenBack = signal(0);

/** Puts a text before what is being written. */
export function giveToComposer(conversationId: string, text: string): void {
  keepDraft(conversationId, [text, readDraft(conversationId)].filter(Boolean).join('\n\n'));
  givenBack.value++;
  focusComposer();
}

/** From here on the rest is counted. */
const COUNT_FROM = TEXT_MAX - 400;
/** Under a finger, Enter is a new line: the button is near. */
const hasKeyboard = matchMedia('(pointer: fine)').matches;

const TRAY_NOTES: Readonly<Record<Tray, string | null>> = {
  inbox: null,
  requests: 'Your reply takes this request into your inbox.',
  spam: 'This is in spam. Your reply takes it into your inbox.',
};

/** Where the manager writes. The draft of each conversation stays until it is sent. */
export function Composer({ thread, conversation }: { thread: Thread; conversation: Conversation }) {
  const { conversationId } = thread;
  const workspace = useWorkspace();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useSignal(readDraft(conversationId));
  const fault = useSignal<string | null>(null);

  useEffect(() => {
    text.value = readDraft(conversationId);
    fault.value = null;
  }, [conversationId, givenBack.value]);

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
    if (fault.value === null) write('');
    field.current?.focus();
    return fault.value === null;
  };
  const press = (event: KeyboardEvent) => {
    const isWithModifier = event.metaKey || event.ctrlKey;
    const isSending = isPlainEnter(event) && (hasKeyboard || isWithModifier);
    if (!isSending) return;
    event.preventDefault();
    if (send() && isWithModifier && hasKeyboard) workspace.change([replied(conversation)], archivingAfterReply);
  };

  const tray = TRAY_NOTES[conversation.tray];
  const rest = TEXT_MAX - text.value.length;
  return (
    <form
      class="mx-auto w-full max-w-184 shrink-0 px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] two:px-6 two:pb-5"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {tray && (
        <p id="composer-tray" class="px-1 pb-1.5 text-xs text-soft">
          {tray}
        </p>
      )}
      <div class="flex items-end gap-2 rounded-2xl border border-edge/70 bg-raised p-1.5 pl-4 has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:-outline-offset-1 has-[textarea:focus-visible]:outline-accent">
        <textarea
          ref={field}
          data-composer
          rows={1}
          dir="auto"
          aria-label="Your reply"
          aria-describedby={tray ? 'composer-tray composer-note' : 'composer-note'}
          placeholder={`Reply to ${addressed(displayName(conversation.visitor, conversation.id))}`}
          value={text.value}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={press}
          onBlur={() => thread.typing(false)}
          class="max-h-[40dvh] min-h-8 grow resize-none bg-transparent py-1 text-md leading-6 outline-none placeholder:text-soft pointer-coarse:min-h-11 pointer-coarse:py-2.5"
        />
        <button
          type="submit"
          aria-label="Send"
          title={`Send (Enter), send and archive (${MOD_KEY}+Enter)`}
          disabled={text.value.trim() === ''}
          class="grid size-8 shrink-0 place-items-center rounded-xl bg-accent text-on-accent transition-opacity duration-150 disabled:bg-hover disabled:text-soft pointer-coarse:size-11"
        >
          <Icon name="send" />
        </button>
      </div>
      <p id="composer-note" aria-live="polite" class="flex min-h-5 justify-between gap-4 px-1 pt-1 text-xs text-soft empty:min-h-0">
        {fault.value !== null ? <span class="text-danger">{fault.value}</span> : <SendHint />}
        {text.value.length > COUNT_FROM && (
          <span class={rest < 0 ? 'ml-auto text-danger tabular-nums' : 'ml-auto tabular-nums'}>{rest}</span>
        )}
      </p>
    </form>
  );
}

/** What the keys do, or that nothing goes out right now. */
function SendHint() {
  if (connection.value === 'offline') return <span>You are offline. What you send goes out as soon as you are back.</span>;
  if (!hasKeyboard) return null;
  return <span>Enter to send, {MOD_KEY}+Enter to send and archive</span>;
}
