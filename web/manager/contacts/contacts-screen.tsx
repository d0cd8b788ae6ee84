import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { focusHeading } from '../workspace/focus-heading.ts';
import { ContactEditor } from './contact-editor.tsx';
import { ContactList } from './contact-list.tsx';

/** The list of contacts, or one of them. */
export function ContactsScreen() {
  const open = useSignal<string | null>(null);
  const query = useSignal('');
  useEffect(() => {
    if (open.value !== null) focusHeading();
  }, [open.value]);
  return (
    <div class="mx-auto w-full max-w-2xl px-4 py-8 two:px-5 three:py-12">
      {open.value === null ? (
        <ContactList query={query} onOpen={(id) => (open.value = id)} />
      ) : (
        <ContactEditor
          key={open.value}
          id={open.value}
          onClose={() => {
            const id = open.peek();
            open.value = null;
            // Once the list is there again.
            setTimeout(() => document.getElementById(`contact-${id}`)?.focus());
          }}
        />
      )}
    </div>
  );
}
