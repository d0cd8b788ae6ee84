import { NAME_MAX } from '@foyer/domain/limits';
import { plainLetters } from '@foyer/domain/plain-letters';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import type { Conversation } from '../conversations/conversation.ts';
import { displayName } from '../conversations/visitor-name.ts';
import { say } from '../notice/notice.ts';
import { words as common } from '../words.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Contact, newContact } from './contact.ts';
import { contactSearch } from './contact-search.ts';
import { merge, type Person } from './join-people.ts';
import { readContactOf, readPage } from './read-contacts.ts';
import { words } from './words.ts';

interface Props {
  contact: Contact;
  isStored: boolean;
  /** The conversation whose card opened it. */
  open: Conversation | null;
  workspace: Workspace;
  onClose(): void;
}

/** How many of each kind are offered. */
const OFFERED = 8;
/** A pause in typing before the store is asked. */
const PAUSE_MS = 250;

/** Chooses whom to merge a contact with: a loaded conversation, or a contact that a search finds. */
export function SamePersonDialog({ contact, isStored, open, workspace, onClose }: Props) {
  const typed = useSignal('');
  const found = useSignal<readonly Contact[]>([]);
  const { store, loaded } = workspace;
  const query = typed.value;
  useEffect(() => {
    const search = contactSearch(query);
    const timer = setTimeout(
      () =>
        readPage(store, { search, after: null, size: OFFERED + 1 }).then(
          (page) => {
            if (typed.peek() === query) found.value = page.filter((other) => other.id !== contact.id && search.matches(other));
          },
          () => {},
        ),
      query === '' ? 0 : PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [query]);
  const letters = plainLetters(query.trim());
  const conversations = loaded.value
    .filter(({ id }) => !contact.conversations.includes(id))
    .filter((conversation) => plainLetters(displayName(conversation).text).includes(letters))
    .slice(0, OFFERED);

  const choose = async (find: () => Promise<Person>) => {
    const hasName = open === null || isStored || displayName(open).isGiven;
    const person = await find().catch(() => null);
    onClose();
    if (!person) say(words.failed);
    // A made-up name gives way to a real one.
    else await merge(workspace, { contact: hasName ? contact : { ...contact, name: person.contact.name }, isStored }, [person]);
  };
  const ofConversation = async (conversation: Conversation): Promise<Person> => {
    const known = await readContactOf(store, conversation.id);
    const name = displayName(conversation).text.slice(0, NAME_MAX);
    return { contact: known ?? newContact({ name, conversations: [conversation.id] }), isStored: known !== null };
  };
  const offered = found.value.slice(0, OFFERED);
  return (
    <Dialog label={words.samePerson} isWide onClose={onClose}>
      <div class="p-5">
        <h2 class="text-base font-semibold">{words.samePerson}</h2>
        <p class="mt-1 mb-4 text-sm text-pretty text-soft">{words.samePersonAbout}</p>
        <Field
          label={words.search}
          name="person"
          autocomplete="off"
          value={typed.value}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
        />
        <ul class="-mx-2 max-h-80 overflow-y-auto">
          {offered.map((other) => (
            <Choice
              key={other.id}
              name={other.name}
              note={other.emails[0] ?? words.linked({ count: other.conversations.length })}
              onChoose={() => choose(async () => ({ contact: other, isStored: true }))}
            />
          ))}
          {conversations
            .filter(({ id }) => offered.every((other) => !other.conversations.includes(id)))
            .map((conversation) => (
              <Choice
                key={conversation.id}
                name={displayName(conversation).text}
                note={conversation.lastMessage.preview}
                onChoose={() => choose(() => ofConversation(conversation))}
              />
            ))}
        </ul>
        {offered.length + conversations.length === 0 && (
          <p role="status" class="text-sm text-soft">
            {words.nobodyFound}
          </p>
        )}
        <div class="mt-4 flex justify-end">
          <Button onClick={onClose}>{common.cancel}</Button>
        </div>
      </div>
    </Dialog>
  );
}

function Choice({ name, note, onChoose }: { name: string; note: string; onChoose(): void }) {
  return (
    <li>
      <button
        type="button"
        onClick={onChoose}
        class="block w-full min-w-0 rounded-lg px-2 py-1.5 text-start hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:py-2.5"
      >
        <span class="flex text-base font-medium">
          <span dir="auto" class="truncate">
            {name}
          </span>
        </span>
        <span class="flex text-sm text-soft">
          <span dir="auto" class="truncate">
            {note}
          </span>
        </span>
      </button>
    </li>
  );
}
