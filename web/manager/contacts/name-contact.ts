import { NAME_MAX } from '@foyer/domain/limits';
import { paths } from '@foyer/domain/paths';
import { readDocument } from '../../lib/live-query.ts';
import { type Conversation, isWhole, type StoredConversation, toConversation } from '../conversations/conversation.ts';
import { displayName, tame } from '../conversations/visitor-name.ts';
import { words } from '../filing-words.ts';
import { sayRefused } from '../notice/notice.ts';
import { sayDone } from '../notice/recent-acts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Contact } from './contact.ts';
import { commitWrites, type Write } from './write-contacts.ts';

/** The conversations with these ids that still exist, from what is loaded or else from the store. */
export async function conversationsOf({ store, loaded }: Workspace, ids: readonly string[]): Promise<Conversation[]> {
  const known = new Map(loaded.peek().map((conversation) => [conversation.id, conversation]));
  const found = await Promise.all(ids.map(async (id) => known.get(id) ?? (await readConversation(store, id))));
  return found.filter((conversation) => conversation !== null);
}

async function readConversation({ db, managerId }: Workspace['store'], id: string): Promise<Conversation | null> {
  // Offline, one that this browser has never loaded can't be read.
  const data = await readDocument<StoredConversation>(db, paths.conversation(managerId, id)).catch(() => null);
  return data && isWhole(data) ? toConversation({ id, data, isPending: false, isTimePending: false }) : null;
}

/**
 * Names a person: the contact, and in the same commit each of their conversations. Without a name, the conversations show their visitors'
 * own names. Offers to undo it.
 */
export async function nameContact(workspace: Workspace, contact: Contact, open: Conversation | null, alias: string): Promise<void> {
  const { store } = workspace;
  const ids = contact.conversations.filter((id) => id !== open?.id);
  const conversations = [...(open ? [open] : []), ...(await conversationsOf(workspace, ids))];
  const [first] = conversations;
  const own = alias || first?.visitor.name || contact.name;
  const named = { ...contact, name: own.slice(0, NAME_MAX) };
  const writes: Write[] = [{ change: contact, to: named }, ...conversations.map(({ id }) => ({ alias, of: id }))];
  const back: Write[] = [{ change: named, to: contact }, ...conversations.map(({ id, alias: before }) => ({ alias: before, of: id }))];
  commitWrites(store, writes).catch(sayRefused);
  const name = tame(first ? displayName(first).text : contact.name);
  const said = (about: string) => (alias === '' ? words.aliasRemoved({ name: about }) : words.renamed({ name: about, alias }));
  sayDone({ name, write: said }, () => {
    commitWrites(store, back).catch(sayRefused);
  });
}
