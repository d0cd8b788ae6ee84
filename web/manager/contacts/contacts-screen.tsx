import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useWorkspace } from '../workspace/context.ts';
import { focusHeading } from '../workspace/focus-heading.ts';
import { addTerms } from './add-terms.ts';
import { ContactEditor, type OpenContact } from './contact-editor.tsx';
import { ContactList } from './contact-list.tsx';

/** The list of contacts, or one of them. */
export function ContactsScreen() {
  const open = useSignal<OpenContact | null>(null);
  const query = useSignal('');
  useEffect(() => {
    if (open.value !== null) focusHeading();
  }, [open.value]);
  const { store } = useWorkspace();
  useEffect(() => {
    // Offline or refused, it happens the next time.
    addTerms(store).catch(() => {});
  }, [store]);
  return (
    <div class="mx-auto w-full max-w-2xl px-4 py-8 two:px-5 three:py-12">
      {open.value === null ? (
        <ContactList query={query} onOpen={(opened) => (open.value = opened)} />
      ) : (
        <ContactEditor
          key={open.value.contact.id}
          opened={open.value}
          onClose={() => {
            const id = open.peek()?.contact.id;
            open.value = null;
            // Once the list is there again.
            setTimeout(() => document.getElementById(`contact-${id}`)?.focus());
          }}
        />
      )}
    </div>
  );
}
