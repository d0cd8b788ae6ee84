import { NAME_MAX } from '@foyer/domain/limits';
import { lineFault, normaliseLine } from '@foyer/domain/text';
import { useSignal } from '@preact/signals';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { say, sayRefused } from '../notice/notice.ts';
import { faultSentence } from '../problem-words.ts';
import { words as common } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { newContact } from './contact.ts';
import type { OpenContact } from './contact-editor.tsx';
import { words } from './words.ts';
import { commitWrites } from './write-contacts.ts';

/** Asks for a name, stores the contact and opens it. */
export function NewContact({ onCreated }: { onCreated(opened: OpenContact): void }) {
  const { store } = useWorkspace();
  const isOpen = useSignal(false);
  const typed = useSignal('');
  const fault = useSignal<string | null>(null);
  const close = () => {
    isOpen.value = false;
    typed.value = '';
    fault.value = null;
  };
  const create = () => {
    const name = normaliseLine(typed.peek(), NAME_MAX);
    const found = lineFault(name, NAME_MAX);
    if (found) {
      fault.value = name === '' ? words.needsName : faultSentence(found);
      return;
    }
    const contact = newContact({ name });
    close();
    const stored = commitWrites(store, [{ put: contact, isNew: true }]);
    stored.catch(sayRefused);
    say({ name, write: (about) => words.added({ name: about }) }, () => {
      commitWrites(store, [{ remove: contact.id }]).catch(sayRefused);
    });
    onCreated({ contact, stored });
  };
  return (
    <>
      <Button kind="primary" aria-haspopup="dialog" onClick={() => (isOpen.value = true)}>
        <Icon name="plus" />
        {words.add}
      </Button>
      {isOpen.value && (
        <Dialog label={words.add} onClose={close}>
          <form
            noValidate
            class="p-5"
            onSubmit={(event) => {
              event.preventDefault();
              create();
            }}
          >
            <h2 class="mb-4 text-base font-semibold">{words.add}</h2>
            <Field
              label={words.name}
              name="name"
              autocomplete="off"
              maxLength={NAME_MAX}
              fault={fault.value}
              value={typed.value}
              onInput={({ currentTarget }) => {
                typed.value = currentTarget.value;
                fault.value = null;
              }}
            />
            <div class="flex flex-wrap justify-end gap-2">
              <Button onClick={close}>{common.cancel}</Button>
              <Button kind="primary" type="submit">
                {words.addIt}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
