import type { ContactFields } from '@foyer/domain/contact';
import { NAME_MAX } from '@foyer/domain/limits';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { renaming } from '../acts/rename.tsx';
import type { Conversation } from '../conversations/conversation.ts';
import { displayName } from '../conversations/visitor-name.ts';
import { useWorkspace } from '../workspace/context.ts';
import { type Contact, newContact } from './contact.ts';
import { ContactForm } from './contact-form.tsx';
import { LinkedConversations } from './linked-conversations.tsx';
import { nameContact } from './name-contact.ts';
import { followContactOf } from './read-contacts.ts';
import { SavingNote } from './saving-note.tsx';
import { TypedText } from './typed-text.tsx';
import { useWriting } from './use-writing.ts';
import { words } from './words.ts';

/** What the manager knows about the visitor of a conversation. The contact is stored with the first thing that is written. */
export function ContactPart({ conversation }: { conversation: Conversation }) {
  const workspace = useWorkspace();
  const { store } = workspace;
  const { id, alias, visitor } = conversation;
  const contact = useSignal<Contact | null | 'loading' | 'failed'>('loading');
  const { saving, write } = useWriting();
  useEffect(
    () =>
      followContactOf(store, id, {
        next(found, isFromServer) {
          // An empty answer from this browser's copy means nothing, unless something is known already.
          if (found || isFromServer || contact.peek() !== 'loading' || !navigator.onLine) contact.value = found;
        },
        failed() {
          contact.value = 'failed';
        },
      }),
    [store, id],
  );
  const current = contact.value;
  if (current === 'loading') return null;
  if (current === 'failed') {
    return (
      <p role="alert" class="mt-5 text-sm text-pretty text-danger">
        {words.failed}
      </p>
    );
  }
  const shown = current ?? newContact({ name: displayName(conversation).text.slice(0, NAME_MAX), conversations: [id] });
  const change = (to: Partial<ContactFields>) => {
    const stored = contact.peek();
    if (stored && typeof stored === 'object') write([{ change: stored, to }]);
    else {
      const put = { ...shown, ...to };
      // Until the store answers, another change belongs to the same contact.
      contact.value = put;
      write([{ put, isNew: true }]);
    }
  };
  const rename = (typed: string) => {
    // Their own name needs no alias: it stays theirs if they change it.
    const name = typed === visitor.name ? '' : typed;
    if (name === alias && !current) return;
    if (current) nameContact(workspace, current, conversation, name);
    else workspace.change([conversation], renaming(name));
  };
  return (
    <div class="mt-5 flex flex-col gap-4 border-t border-line pt-5">
      <TypedText
        label={words.name}
        hint={words.nameHint}
        mayBeEmpty
        value={alias || current?.name || visitor.name}
        max={NAME_MAX}
        onSave={rename}
      />
      <ContactForm contact={shown} email={visitor.email} change={change} />
      <LinkedConversations contact={shown} isStored={current !== null} conversation={conversation} />
      <SavingNote saving={saving} />
    </div>
  );
}
