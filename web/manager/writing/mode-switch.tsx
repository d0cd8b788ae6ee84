import { useEffect } from 'preact/hooks';
import { latinKey } from '../../lib/latin-key.ts';
import { classes } from '../../ui/classes.ts';
import { focusComposer } from '../keys/bind-keys.ts';
import { NOTE_KEY } from '../keys/keys.ts';
import { readDraft } from '../messages/drafts.ts';
import { words as shared } from '../words.ts';
import { Drawing } from './drawing.tsx';
import { noting, readNoteDraft } from './noting.ts';
import { words } from './words.ts';

export const LOCK = 'M4.5 7h7a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1zM5.5 7V5a2.5 2.5 0 0 1 5 0v2';

const REPLY_KEY = 'r';

/** Chooses between a reply and a note. Each has its own field and its own draft. */
export function ModeSwitch({ conversationId }: { conversationId: string }) {
  const isNote = noting.value === conversationId;
  const turn = (toNote: boolean) => {
    noting.value = toNote ? conversationId : null;
    // After the other field is there.
    requestAnimationFrame(() => (toNote ? document.getElementById('note-field')?.focus() : focusComposer()));
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target, defaultPrevented, ctrlKey, metaKey, altKey, isComposing } = event;
      const isElsewhere = target instanceof Element && target.closest('input, textarea, select, dialog, [contenteditable]') !== null;
      if (defaultPrevented || ctrlKey || metaKey || altKey || isComposing || isElsewhere || document.querySelector('dialog[open]')) return;
      const key = latinKey(event);
      if (key !== NOTE_KEY && !(isNote && key === REPLY_KEY)) return;
      event.preventDefault();
      turn(key === NOTE_KEY);
    };
    // Before the page's own keys: there, R goes to a field that isn't shown now.
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, [isNote]);
  return (
    <fieldset aria-label={words.whatToWrite} class="flex shrink-0 gap-1">
      <Choice
        isChosen={!isNote}
        name={shared.reply}
        hasDraft={isNote && readDraft(conversationId) !== ''}
        keyHint={REPLY_KEY}
        onClick={() => turn(false)}
      />
      <Choice
        isChosen={isNote}
        name={words.note}
        hasDraft={!isNote && readNoteDraft(conversationId) !== ''}
        keyHint={`Shift+${NOTE_KEY}`}
        onClick={() => turn(true)}
      />
    </fieldset>
  );
}

interface ChoiceProps {
  isChosen: boolean;
  name: string;
  /** Whether text waits in the other field. */
  hasDraft: boolean;
  keyHint: string;
  onClick(): void;
}

function Choice({ isChosen, name, hasDraft, keyHint, onClick }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      aria-keyshortcuts={keyHint}
      title={shared.withKey({ label: name, key: keyHint })}
      onClick={onClick}
      class={classes(
        'inline-flex h-8 items-center gap-1.5 rounded-lg px-2.5 text-sm whitespace-nowrap pointer-coarse:h-11',
        isChosen ? 'bg-hover font-medium' : 'text-soft hover:bg-hover hover:text-ink',
      )}
    >
      {name === words.note && <Drawing path={LOCK} />}
      {name}
      {hasDraft && (
        <>
          <span class="size-1.5 rounded-full bg-accent" aria-hidden="true" />
          <span class="sr-only">{words.draftWaits}</span>
        </>
      )}
    </button>
  );
}
