import './note.css';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { grow } from '../../lib/grow.ts';
import { MessageText } from '../../lib/message-text.tsx';
import { Button } from '../../ui/button.tsx';
import { now } from '../connection/clock.ts';
import { momentName } from '../conversations/moment-name.ts';
import { keepDraft, readDraft } from '../messages/drafts.ts';
import { say, sayRefused } from '../notice/notice.ts';
import { sayDone } from '../notice/recent-acts.ts';
import { words as shared } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { Drawing } from './drawing.tsx';
import { changeNote, type Note, notes, removeNote, restoreNote } from './follow-notes.ts';
import { LOCK } from './mode-switch.tsx';
import { noteOf } from './note-text.ts';
import { TextButton } from './text-button.tsx';
import { words } from './words.ts';

interface Props {
  conversationId: string;
  /** In ms since 1970, from the one and before the other. */
  from: number;
  until: number;
}

/** The notes between two messages. */
export function Notes({ conversationId, from, until }: Props) {
  return (
    <>
      {notes.value
        .filter(({ createdAtMs }) => createdAtMs >= from && createdAtMs < until)
        .map((note) => (
          <OneNote key={note.id} note={note} conversationId={conversationId} />
        ))}
    </>
  );
}

function OneNote({ note, conversationId }: { note: Note; conversationId: string }) {
  const { store } = useWorkspace();
  /** A change that was begun is kept like a draft. */
  const editKey = `edit:${conversationId}:${note.id}`;
  const isEdited = useSignal(readDraft(editKey) !== '');
  const endEdit = () => {
    keepDraft(editKey, '');
    isEdited.value = false;
  };
  const remove = () => {
    removeNote(store, conversationId, note.id).catch(sayRefused);
    sayDone(words.noteDeleted, () => {
      restoreNote(store, conversationId, note).catch(sayRefused);
      say(words.noteRestored);
    });
    document.querySelector<HTMLElement>('[role="log"]')?.focus({ preventScroll: true });
  };
  return (
    <div role="note" aria-label={words.onlyYouSee} class="mb-3 flex flex-col items-end gap-0.5" data-note={note.id}>
      <div class="note w-[min(34rem,88%)] rounded-2xl border border-dashed px-3.5 py-2">
        <p class="flex items-center gap-1.5 pb-1 text-xs text-soft">
          <Drawing path={LOCK} class="size-3.5 shrink-0" />
          {words.onlyYouSee}
        </p>
        {isEdited.value ? (
          <NoteEditor
            text={note.text}
            typed={readDraft(editKey) || note.text}
            onType={(typed) => keepDraft(editKey, typed)}
            onCancel={endEdit}
            onSave={(text) => {
              endEdit();
              if (text !== note.text) changeNote(store, conversationId, note.id, text).catch(sayRefused);
            }}
          />
        ) : (
          <div dir="auto" class="text-md leading-[1.4375rem] whitespace-pre-wrap [overflow-wrap:anywhere] [&_a]:underline">
            <MessageText text={note.text} />
          </div>
        )}
      </div>
      {!isEdited.value && (
        <p class="flex items-center gap-3 px-1 text-xs text-soft tabular-nums">
          {note.isPending ? (
            shared.waitingForConnection
          ) : (
            <time dateTime={new Date(note.createdAtMs).toISOString()}>{momentName(note.createdAtMs, now.value)}</time>
          )}
          <TextButton label={words.editNote} text={shared.edit} onClick={() => (isEdited.value = true)} />
          <TextButton label={words.deleteNote} text={words.delete} onClick={remove} />
        </p>
      )}
    </div>
  );
}

interface EditorProps {
  text: string;
  typed: string;
  onType(typed: string): void;
  onSave(text: string): void;
  onCancel(): void;
}

function NoteEditor({ text, typed: begun, onType, onSave, onCancel }: EditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const typed = useSignal(begun);
  const fault = useSignal<string | null>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  useEffect(() => {
    if (field.current) grow(field.current);
  }, [typed.value]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const note = noteOf(typed.value);
        if ('fault' in note) fault.value = note.fault;
        else onSave(note.text);
      }}
    >
      <textarea
        ref={field}
        dir="auto"
        aria-label={words.yourNote}
        value={typed.value}
        onInput={({ currentTarget: { value } }) => {
          typed.value = value;
          onType(value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.isComposing) return;
          event.preventDefault();
          // What was typed is only thrown away by the button.
          if (typed.value === text) onCancel();
        }}
        class="block max-h-[40dvh] w-full resize-none [field-sizing:content] rounded-lg border border-edge bg-raised px-3 py-1.5 text-md"
      />
      <p role="alert" class="text-xs text-danger">
        {fault.value}
      </p>
      <div class="mt-2 flex gap-2">
        <Button kind="primary" type="submit">
          {words.saveNote}
        </Button>
        <Button onClick={onCancel}>{shared.cancel}</Button>
      </div>
    </form>
  );
}
