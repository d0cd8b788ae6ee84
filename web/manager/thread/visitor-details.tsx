import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { locale } from '../../lib/language.ts';
import { untilLoaded } from '../../lib/until-loaded.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Conversation } from '../conversations/conversation.ts';
import { displayName } from '../conversations/visitor-name.ts';
import { words } from '../words.ts';
import { areDetailsOpen, hasFourPanes } from '../workspace/panels.ts';

const close = () => {
  areDetailsOpen.value = false;
};

/** What the manager wrote about the person; `null` until it is loaded. */
const contacts = signal<typeof import('../contacts/contact-part.tsx') | null>(null);

async function loadContacts(): Promise<void> {
  contacts.value ??= await untilLoaded(() => import('../contacts/contact-part.tsx'));
}

/** Everything known about the visitor: in a fourth pane if there is room, else in a sheet. */
export function VisitorDetails({ conversation }: { conversation: Conversation }) {
  if (!hasFourPanes.value) {
    return (
      <Dialog label={words.aboutVisitor} place="side" onClose={close}>
        <Details conversation={conversation} />
      </Dialog>
    );
  }
  return (
    <aside aria-label={words.aboutVisitor} class="enter w-72 shrink-0 overflow-y-auto border-s border-line bg-paper">
      <Details conversation={conversation} />
    </aside>
  );
}

function Details({ conversation }: { conversation: Conversation }) {
  const { visitor, section, createdAtMs, messageCount } = conversation;
  const loaded = contacts.value;
  useEffect(() => {
    loadContacts();
  }, []);
  const name = displayName(conversation);
  return (
    <>
      <div class="flex h-14 items-center justify-between ps-5 pe-2">
        <h2 class="text-sm font-medium text-soft">{words.aboutVisitor}</h2>
        <IconButton icon="close" label={words.close} onClick={close} />
      </div>
      <div class="px-5 pb-6">
        <p class="overflow-clip text-lg font-semibold [overflow-wrap:anywhere]">
          <bdi>{name.text}</bdi>
        </p>
        {conversation.alias !== '' && visitor.name !== '' && (
          <p class="mt-0.5 overflow-clip text-sm text-soft [overflow-wrap:anywhere]">
            <bdi>{visitor.name}</bdi>
          </p>
        )}
        {!name.isGiven && <p class="mt-0.5 text-sm text-pretty text-soft">{words.madeUpName}</p>}
        <dl class="mt-5 flex flex-col gap-4 text-base">
          <Fact name={words.email}>
            {visitor.email ? (
              <a
                href={`mailto:${encodeURIComponent(visitor.email).replace('%40', '@')}`}
                dir="ltr"
                class="inline-block rounded underline decoration-line underline-offset-3 [overflow-wrap:anywhere] hover:decoration-ink pointer-coarse:py-3"
              >
                {visitor.email}
              </a>
            ) : (
              <span class="text-soft">{words.none}</span>
            )}
          </Fact>
          <Fact name={words.aboutSection}>{section ? <bdi>{section}</bdi> : <span class="text-soft">{words.noSection}</span>}</Fact>
          <Fact name={words.since}>
            <time dateTime={new Date(createdAtMs).toISOString()}>
              {new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(createdAtMs)}
            </time>
          </Fact>
          <Fact name={words.visitorLanguage}>{languageOf(visitor.locale)}</Fact>
          <Fact name={words.messages}>{new Intl.NumberFormat(locale).format(messageCount)}</Fact>
        </dl>
        {loaded && <loaded.ContactPart key={conversation.id} conversation={conversation} />}
      </div>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt class="text-xs text-soft">{name}</dt>
      <dd class="mt-0.5 overflow-clip [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}

/** The language's name, or the tag itself if it is unknown. */
function languageOf(tag: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
