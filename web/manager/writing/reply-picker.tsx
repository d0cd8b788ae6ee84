import { TEXT_MAX } from '@foyer/domain/limits';
import { type Signal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { locale } from '../../lib/language.ts';
import { findReplies } from '../canned-replies/find-replies.ts';
import { type CannedReply, followReplies } from '../canned-replies/follow-replies.ts';
import { fillVariables, unknownIn } from '../canned-replies/variables.ts';
import { useWorkspace } from '../workspace/context.ts';
import { insertText } from './insert-text.ts';
import { ReplyList } from './reply-list.tsx';
import { type Token, tokenAt } from './token.ts';
import { useFieldAttributes } from './use-field-attributes.ts';
import { words } from './words.ts';

interface Props {
  field: { current: HTMLTextAreaElement | null };
  text: Signal<string>;
  fault: Signal<string | null>;
  /** What the variables stand for right now. */
  values(): Readonly<Record<string, string | undefined>>;
}

/** The list of canned replies that a slash opens above the field. The focus stays in the field. */
export function ReplyPicker({ field, text, fault, values }: Props) {
  const { store } = useWorkspace();
  const id = useId();
  const token = useSignal<Token | null>(null);
  /** Where the token begins that was closed with Escape. It stays closed until the caret leaves it. */
  const closed = useSignal<number | null>(null);
  const replies = useSignal<readonly CannedReply[] | 'loading' | 'failed'>('loading');
  const active = useSignal(0);
  // The listeners below outlive a render, and a visitor can give a name later.
  const latest = useRef(values);
  latest.current = values;
  const isAsked = useComputed(() => token.value !== null && token.value.start !== closed.value);
  const found = useComputed(() =>
    isAsked.value && typeof replies.value !== 'string' ? findReplies(replies.value, token.value?.query ?? '') : [],
  );
  // Once a slash was typed, the replies stay live while this conversation is open.
  const isFollowed = useSignal(false);
  useSignalEffect(() => {
    if (isAsked.value) isFollowed.value = true;
  });
  useEffect(() => {
    if (!isFollowed.value) return;
    return followReplies(store, (all, isFromServer) => {
      if (all === null) replies.value = 'failed';
      // An empty answer from this browser's copy means nothing while the server can be asked.
      else if (isFromServer || all.length > 0 || !navigator.onLine) replies.value = all;
    });
  }, [isFollowed.value, store]);

  const choose = (reply: CannedReply) => {
    const area = field.current;
    if (!area || !token.value) return;
    const { start, query } = token.value;
    const end = start + 1 + query.length;
    const filled = fillVariables(reply.text, latest.current());
    const over = area.value.length - (end - start) + filled.length - TEXT_MAX;
    if (over > 0) {
      fault.value = words.replyTooLong({ title: reply.title, count: over, shown: new Intl.NumberFormat(locale).format(over) });
      closed.value = start;
      area.focus();
      return;
    }
    token.value = null;
    insertText(area, filled, start, end);
    // What nothing fills is selected, so that typing replaces it.
    const [unknown] = unknownIn(filled);
    if (unknown !== undefined) {
      const at = start + filled.indexOf(unknown);
      area.setSelectionRange(at, at + unknown.length);
    }
  };

  useEffect(() => {
    const area = field.current;
    const form = area?.form;
    if (!area || !form) return;
    // Also while a word is composed: some phones compose all that is typed.
    const look = () => {
      const next = area.selectionStart === area.selectionEnd ? tokenAt(area.value, area.selectionStart) : null;
      if (next?.start !== token.peek()?.start) closed.value = null;
      if (next?.query !== token.peek()?.query) active.value = 0;
      token.value = next;
    };
    const leave = () => {
      token.value = null;
    };
    const press = (event: KeyboardEvent) => {
      const hits = found.peek();
      if (event.target !== area || !isAsked.peek() || event.isComposing || event.keyCode === 229) return;
      const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
      if (key === 'Escape') closed.value = token.peek()?.start ?? null;
      else if (hits.length === 0 || shiftKey || ctrlKey || metaKey || altKey) return;
      else if (key === 'ArrowDown') active.value = (active.peek() + 1) % hits.length;
      else if (key === 'ArrowUp') active.value = (active.peek() + hits.length - 1) % hits.length;
      else if (key === 'Enter' || key === 'Tab') {
        const chosen = hits[active.peek()];
        if (chosen) choose(chosen);
      } else return;
      // Before the field and the page hear it.
      event.preventDefault();
      event.stopPropagation();
    };
    const moved = (event: KeyboardEvent) => {
      if (/^(Arrow(Left|Right)|Home|End)$/.test(event.key)) look();
    };
    area.addEventListener('input', look);
    area.addEventListener('click', look);
    area.addEventListener('keyup', moved);
    area.addEventListener('blur', leave);
    form.addEventListener('keydown', press, true);
    return () => {
      area.removeEventListener('input', look);
      area.removeEventListener('click', look);
      area.removeEventListener('keyup', moved);
      area.removeEventListener('blur', leave);
      form.removeEventListener('keydown', press, true);
    };
  }, []);
  // A sent text leaves nothing to complete.
  useSignalEffect(() => {
    if (text.value === '') token.value = null;
  });

  const shown = found.value[active.value];
  const isOpen = isAsked.value && (found.value.length > 0 || typeof replies.value === 'string' || replies.value.length === 0);
  useFieldAttributes(field, { listId: isOpen && found.value.length > 0 ? id : null, activeId: shown ? `${id}-${shown.id}` : null });
  return (
    <>
      <p role="status" class="sr-only">
        {isAsked.value && found.value.length > 0 && words.repliesFound({ count: found.value.length })}
      </p>
      {isOpen && <ReplyList id={id} replies={replies.value} found={found.value} active={shown} values={values()} onChoose={choose} />}
    </>
  );
}
