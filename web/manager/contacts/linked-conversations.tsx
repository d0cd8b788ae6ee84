import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Conversation } from '../conversations/conversation.ts';
import { viewOf } from '../conversations/view.ts';
import { displayName, tame } from '../conversations/visitor-name.ts';
import { sayRefused } from '../notice/notice.ts';
import { sayDone } from '../notice/recent-acts.ts';
import { routeHref } from '../route/route.ts';
import { useWorkspace } from '../workspace/context.ts';
import { openSheet } from '../workspace/panels.ts';
import type { Contact } from './contact.ts';
import { conversationsOf } from './name-contact.ts';
import { SamePersonDialog } from './same-person-dialog.tsx';
import { words } from './words.ts';
import { commitWrites } from './write-contacts.ts';

interface Props {
  contact: Contact;
  isStored: boolean;
  /** The one whose card this is; none on the screen of contacts. */
  conversation: Conversation | null;
}

/** The conversations of one person, which can be put together and separated again. Deleted ones are left out. */
export function LinkedConversations({ contact, isStored, conversation }: Props) {
  const id = useId();
  const workspace = useWorkspace();
  const others = useSignal<readonly Conversation[]>([]);
  const ids = contact.conversations.filter((other) => other !== conversation?.id);
  useEffect(() => {
    let isWanted = true;
    conversationsOf(workspace, ids).then((found) => {
      if (isWanted) others.value = found;
    });
    return () => {
      isWanted = false;
    };
  }, [ids.join(' ')]);

  const separate = (other: Conversation) => {
    const { store } = workspace;
    const separated = { ...contact, conversations: contact.conversations.filter((kept) => kept !== other.id) };
    commitWrites(store, [{ change: contact, to: separated }]).catch(sayRefused);
    sayDone({ name: tame(displayName(other).text), write: (name) => words.separated({ name }) }, () => {
      commitWrites(store, [{ change: separated, to: contact }]).catch(sayRefused);
    });
  };
  const ask = () =>
    openSheet((onClose) => (
      <SamePersonDialog contact={contact} isStored={isStored} open={conversation} workspace={workspace} onClose={onClose} />
    ));
  return (
    <section aria-labelledby={id}>
      <h2 id={id} class="text-xs text-soft">
        {words.conversations}
      </h2>
      <ul>
        {conversation && <li class="flex min-h-9 items-center text-base">{words.thisOne}</li>}
        {others.value.map((other) => (
          <li key={other.id} class="flex min-h-9 items-center gap-1">
            <a
              href={routeHref({ view: viewOf(other), conversationId: other.id })}
              class="min-w-0 grow rounded pointer-coarse:py-2 hover:underline"
            >
              <span class="flex text-base">
                <span dir="auto" class="truncate">
                  {displayName(other).text}
                </span>
              </span>
              <span class="flex text-xs text-soft">
                <span dir="auto" class="truncate">
                  {other.lastMessage.preview}
                </span>
              </span>
            </a>
            <IconButton icon="close" label={words.separate({ name: displayName(other).text })} onClick={() => separate(other)} />
          </li>
        ))}
      </ul>
      <Button kind="quiet" class="-ms-2.5" aria-haspopup="dialog" onClick={ask}>
        {words.samePerson}
      </Button>
    </section>
  );
}
