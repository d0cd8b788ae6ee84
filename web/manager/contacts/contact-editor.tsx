import type { ContactFields } from '@foyer/domain/contact';
import { NAME_MAX } from '@foyer/domain/limits';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
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

/** A contact as the list has it, or a new one on its way to the store. */
export interface OpenContact {
  contact: Contact;
  /** Settled when a new one is stored or refused; offline, not before there is a connection again. */
  stored: Promise<void> | null;
}

/** A contact on the screen of contacts, stored as it is typed. */
export function ContactEditor({ opened, onClose }: { opened: OpenContact; onClose(): void }) {
  const workspace = useWorkspace();
  const { store } = workspace;
  const { id } = opened.contact;
  const contact = useSignal<Contact | null | 'failed'>(opened.contact);
  const { saving, write } = useWriting();
  useEffect(() => {
    let stop = () => {};
    let isOpen = true;
    const follow = () => {
      if (!isOpen) return;
      stop = followContact(store, id, {
        next(found) {
          contact.value = found;
        },
        failed() {
          contact.value = 'failed';
        },
      });
    };
    // In the emulator, a listener that starts while its document is being created can miss it for good (decision 070).
    if (opened.stored) opened.stored.then(follow, follow);
    else follow();
    return () => {
      isOpen = false;
      stop();
    };
  }, [store, id]);
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
      {typeof current === 'string' || current === null ? (
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
            <ContactForm contact={current} change={(to) => change(current, to)} />
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

  function change(whole: Contact, to: Partial<ContactFields>): void {
    contact.value = { ...whole, ...to };
    write([{ change: whole, to }]);
  }

  function rename(whole: Contact, name: string): void {
    if (whole.conversations.length > 0) nameContact(workspace, whole, null, name);
    else change(whole, { name });
  }
}
