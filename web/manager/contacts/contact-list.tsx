import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { OneMoment } from '../../ui/waiting.tsx';
import { words as common } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import type { Contact } from './contact.ts';
import type { OpenContact } from './contact-editor.tsx';
import { type ContactPages, openContactPages } from './contact-pages.ts';
import { contactSearch } from './contact-search.ts';
import { ListTools } from './list-tools.tsx';
import { NewContact } from './new-contact.tsx';
import { words } from './words.ts';

/** A pause in typing before the store is asked. */
const PAUSE_MS = 250;

interface Props {
  query: Signal<string>;
  onOpen(opened: OpenContact): void;
}

export function ContactList({ query, onOpen }: Props) {
  const { store } = useWorkspace();
  const pages = useSignal<ContactPages | null>(null);
  const typed = query.value.trim();
  useEffect(() => {
    let opened: ContactPages | null = null;
    const timer = setTimeout(
      () => {
        opened = openContactPages(store, contactSearch(typed));
        pages.value = opened;
      },
      typed === '' ? 0 : PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      opened?.close();
    };
  }, [store, typed]);
  const rows = pages.value?.rows.value ?? null;
  return (
    <>
      <header>
        <h1 class="text-2xl font-semibold tracking-[-0.02em]">{words.title}</h1>
        <p class="mt-1 text-base text-pretty text-soft">{words.about}</p>
      </header>
      <div class="mt-6 flex flex-wrap gap-2">
        <NewContact onCreated={onOpen} />
        <ListTools />
      </div>
      <div class="mt-5">
        <Field
          label={words.search}
          name="search"
          autocomplete="off"
          value={query.value}
          onInput={({ currentTarget }) => {
            query.value = currentTarget.value;
          }}
        />
      </div>
      {pages.value?.hasFailed.value ? (
        <p role="alert" class="px-1 text-sm text-pretty text-danger">
          {words.failed}
        </p>
      ) : rows === null ? (
        <OneMoment />
      ) : rows.length === 0 && !pages.value?.hasMore.value ? (
        <p role="status" class="px-1 text-sm text-pretty text-soft">
          {typed === '' ? words.none : words.noMatch({ query: typed })}
        </p>
      ) : (
        <>
          <ul aria-label={words.title} class="divide-y divide-line rounded-xl border border-line bg-raised">
            {rows.map((contact) => (
              <Row key={contact.id} contact={contact} onOpen={onOpen} />
            ))}
          </ul>
          {pages.value?.hasMore.value && (
            <Button class="mt-3" onClick={() => pages.value?.more()}>
              {common.loadMore}
            </Button>
          )}
        </>
      )}
    </>
  );
}

function Row({ contact, onOpen }: { contact: Contact; onOpen(opened: OpenContact): void }) {
  const { id, name, emails, phones, notes, conversations } = contact;
  const about = emails[0] ?? phones[0] ?? notes.split('\n')[0] ?? '';
  return (
    <li class="group">
      <button
        type="button"
        id={`contact-${id}`}
        onClick={() => onOpen({ contact, stored: null })}
        class="flex min-h-14 w-full items-center gap-3 px-4 py-2 text-start group-first:rounded-t-xl group-last:rounded-b-xl hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span class="min-w-0 grow">
          <span class="flex text-base font-medium">
            <span dir="auto" class="truncate">
              {name}
            </span>
          </span>
          {about !== '' && (
            <span class="flex text-sm text-soft">
              <span dir="auto" class="truncate">
                {about}
              </span>
            </span>
          )}
        </span>
        {conversations.length > 0 && (
          <span class="shrink-0 text-xs text-soft max-two:hidden">{words.linked({ count: conversations.length })}</span>
        )}
      </button>
    </li>
  );
}
