import type { Signal } from '@preact/signals';
import { now } from '../connection/clock.ts';
import { momentName } from '../conversations/moment-name.ts';
import { words as shared } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { editingIn } from './editing.ts';
import { noteOf } from './note-text.ts';
import { keep } from './send-later.tsx';
import { words } from './words.ts';

interface Props {
  conversationId: string;
  text: Signal<string>;
  fault: Signal<string | null>;
}

/** Says that a scheduled reply is in the field, and schedules it again, changed or as it was. */
export function EditingBar({ conversationId, text, fault }: Props) {
  const { store } = useWorkspace();
  const editing = editingIn(conversationId);
  if (!editing) return <div role="status" />;
  const save = () => {
    const valid = noteOf(text.value);
    if ('fault' in valid) fault.value = valid.fault;
    else keep(store, conversationId, editing, valid.text);
  };
  return (
    <div role="status" class="flex flex-wrap items-center gap-x-3 px-1 pb-1 text-sm">
      <p class="min-w-0 grow basis-48 text-pretty">{words.editingScheduled({ moment: momentName(editing.sendAtMs, now.value) })}</p>
      <Act label={words.keepTime} isDisabled={text.value.trim() === ''} onClick={save} />
      <Act label={shared.cancel} onClick={() => keep(store, conversationId, editing, editing.text)} />
    </div>
  );
}

function Act({ label, isDisabled = false, onClick }: { label: string; isDisabled?: boolean; onClick(): void }) {
  return (
    <button
      type="button"
      disabled={isDisabled}
      onClick={onClick}
      class="min-h-8 rounded-lg px-2 font-medium text-accent hover:bg-hover disabled:text-soft pointer-coarse:min-h-11"
    >
      {label}
    </button>
  );
}
