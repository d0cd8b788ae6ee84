import './note.css';
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { grow } from '../../lib/grow.ts';
import { isPlainEnter } from '../../lib/plain-enter.ts';
import { connection } from '../connection/connection.ts';
import { draftsGiven } from '../messages/drafts.ts';
import { say } from '../notice/notice.ts';
import { words as shared } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { DraftOffer } from './draft-offer.tsx';
import { addNote } from './follow-notes.ts';
import { ModeSwitch } from './mode-switch.tsx';
import { noteOf } from './note-text.ts';
import { keepNoteDraft, readNoteDraft } from './noting.ts';
import { words } from './words.ts';

/** With touch, Enter is a new line, as in a reply. */
const hasKeyboard = matchMedia('(pointer: fine)').matches;

/** The field for notes, in place of the one for replies. */
export function NoteComposer({ conversationId }: { conversationId: string }) {
  const { store } = useWorkspace();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useSignal(readNoteDraft(conversationId));
  const fault = useSignal<string | null>(null);
  // Before anything more can be typed, as in the composer.
  useLayoutEffect(() => {
    text.value = readNoteDraft(conversationId);
  }, [draftsGiven.value]);
  useEffect(() => {
    if (field.current) grow(field.current);
  }, [text.value]);
  const write = (typed: string) => {
    text.value = typed;
    fault.value = null;
    keepNoteDraft(conversationId, typed);
  };
  const save = () => {
    if (text.value.trim() === '') return;
    const note = noteOf(text.value);
    field.current?.focus();
    if ('fault' in note) {
      fault.value = note.fault;
      return;
    }
    write('');
    addNote(store, conversationId, note.text).catch(() => {
      const kept = [note.text, readNoteDraft(conversationId)].filter(Boolean).join('\n\n');
      keepNoteDraft(conversationId, kept);
      draftsGiven.value++;
      say(words.noteRefused);
    });
  };
  return (
    <form
      class="mx-auto w-full max-w-184 shrink-0 px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] two:px-6 two:pb-5"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <DraftOffer conversationId={conversationId} />
      <div class="flex min-h-9 items-center pb-1 pointer-coarse:min-h-12">
        <ModeSwitch conversationId={conversationId} />
      </div>
      <div class="note flex items-end gap-2 rounded-2xl border border-dashed p-1.5 ps-4 has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:-outline-offset-1 has-[textarea:focus-visible]:outline-accent">
        <textarea
          ref={field}
          id="note-field"
          rows={1}
          dir="auto"
          aria-label={words.yourNote}
          aria-describedby="note-hint"
          placeholder={words.onlyYouSee}
          value={text.value}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.isComposing) {
              document.querySelector<HTMLElement>('[role="log"]')?.focus();
              event.preventDefault();
            } else if (isPlainEnter(event) && (hasKeyboard || event.metaKey || event.ctrlKey)) {
              event.preventDefault();
              save();
            }
          }}
          class="max-h-[40dvh] min-h-8 grow resize-none bg-transparent [field-sizing:content] py-1 text-md leading-6 outline-none placeholder:text-soft pointer-coarse:min-h-11 pointer-coarse:py-2.5"
        />
        <button
          type="submit"
          disabled={text.value.trim() === ''}
          class="h-8 shrink-0 rounded-xl bg-ink px-3 text-sm font-medium text-paper transition-opacity duration-150 disabled:bg-hover disabled:text-soft pointer-coarse:h-11"
        >
          {words.saveNote}
        </button>
      </div>
      <p id="note-hint" aria-live="polite" class="min-h-5 px-1 pt-1 text-xs text-soft">
        {fault.value === null ? hint() : <span class="text-danger">{fault.value}</span>}
      </p>
    </form>
  );
}

function hint(): string {
  if (connection.value === 'offline') return words.noteWaits;
  return hasKeyboard ? words.noteHint({ enter: shared.keyEnter }) : words.notesArePrivate;
}
