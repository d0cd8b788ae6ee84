import type { ContactFields } from '@foyer/domain/contact';
import { CONTACT, EMAIL_MAX } from '@foyer/domain/limits';
import { EntryList } from './entry-list.tsx';
import { OwnFields } from './own-fields.tsx';
import { TypedText } from './typed-text.tsx';
import { words } from './words.ts';

interface Props {
  contact: ContactFields;
  /** The address that the visitor gave. */
  email?: string | undefined;
  change(to: Partial<ContactFields>): void;
}

/** Everything of a contact but its name and conversations, stored as it is typed. */
export function ContactForm({ contact, email, change }: Props) {
  return (
    <>
      <TypedText
        label={words.notes}
        hint={words.notesHint}
        isLong
        value={contact.notes}
        max={CONTACT.notes}
        onSave={(notes) => change({ notes })}
      />
      <EntryList
        title={words.emails}
        label={words.email}
        add={words.addEmail}
        kind="email"
        entries={contact.emails}
        max={CONTACT.emails}
        length={EMAIL_MAX}
        offered={email}
        change={(emails) => change({ emails })}
      />
      <EntryList
        title={words.phones}
        label={words.phone}
        add={words.addPhone}
        kind="tel"
        entries={contact.phones}
        max={CONTACT.phones}
        length={CONTACT.phone}
        change={(phones) => change({ phones })}
      />
      <OwnFields fields={contact.fields} change={(fields) => change({ fields })} />
    </>
  );
}
