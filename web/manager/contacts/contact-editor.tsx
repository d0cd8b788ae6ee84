import type { ContactFields } from '@foyer/domain/contact';
import { NAME_MAX } from '@foyer/domain/limits';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { OneMoment } from '../../ui/waiting.tsx';
import { sayRefused } from '../notice/notice.ts';
import { sayDone } from '../notice/recent-acts.ts';
import { useWorkspace } from '../workspace/context.ts';
import type { Contact } from './contact.ts';
import { ContactForm } from './contact-form.tsx';
import { LinkedConversations } from './linked-conversations.tsx';
import { nameContact } from './name-contact.ts';
import { followContact } from './read-contacts.ts';
import { SavingNote } from './saving-note.tsx';
import { TypedText } from './typed-text.tsx';
import { useWriting } from './use-writing.ts';
import { words } from './words.ts';
import { commitWrites } from './write-contacts.ts';

/** A contact on the screen of contacts, stored as it is typed. */
export function ContactEditor({ id, onClose }: { id: string; onClose(): void }) {
  const workspace = useWorkspace();
  const { store } = workspace;
  const contact = useSignal<Contact | null | 'loading' | 'failed'>('loading');
  const { saving, write } = useWriting();
  useEffect(
    () =>
      followContact(store, id, {
        next(found) {
          contact.value = found;
        },
        failed() {
          contact.value = 'failed';
        },
      }),
    [store, id],
  );
  const current = contact.value;
  const remove = (whole: Contact) => {
    commitWrites(store, [{ remove: id }]).catch(sayRefused);
    sayDone({ name: whole.name, write: (name) => words.deleted({ name }) }, () => {
      commitWrites(store, [{ put: whole }]).catch(sayRefused);
    });
    onClose();
  };
  return (
    <>
      <Button kind="quiet" class="-ms-2.5" onClick={onClose}>
        <Icon name="back" />
        {words.allContacts}
      </Button>
      {current === 'loading' ? (
        <OneMoment />
      ) : typeof current === 'string' || current === null ? (
        <p role="alert" class="mt-4 text-sm text-pretty text-soft">
          {current === null ? words.gone : words.failed}
        </p>
      ) : (
        <>
          <h1 tabIndex={-1} class="mt-3 mb-5 text-2xl font-semibold tracking-[-0.02em] [overflow-wrap:anywhere]">
            <bdi>{current.name}</bdi>
          </h1>
          <div class="flex flex-col gap-5 rounded-xl border border-line bg-raised p-4 two:p-5">
            <TypedText label={words.name} value={current.name} max={NAME_MAX} onSave={(name) => rename(current, name)} />
            <ContactForm contact={current} change={(to: Partial<ContactFields>) => write([{ change: id, to }])} />
            <LinkedConversations contact={current} isStored conversation={null} />
            <SavingNote saving={saving} />
          </div>
          <Button class="mt-5 text-danger" onClick={() => remove(current)}>
            {words.delete}
          </Button>
        </>
      )}
    </>
  );

  function rename(whole: Contact, name: string): void {
    if (whole.conversations.length > 0) nameContact(workspace, whole, null, name);
    else write([{ change: id, to: { name } }]);
  }
}
