import type { ContactFields } from '@foyer/domain/contact';
import { displayName } from '../conversations/visitor-name.ts';
import { say, sayRefused } from '../notice/notice.ts';
import { sayDone } from '../notice/recent-acts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Contact } from './contact.ts';
import { mergeContacts } from './joined-contact.ts';
import { conversationsOf } from './name-contact.ts';
import { words } from './words.ts';
import { commitWrites, type Write } from './write-contacts.ts';

/** A contact, or what would be one. */
export interface Person {
  contact: Contact;
  isStored: boolean;
}

/**
 * Makes one contact of several, with the id and name of the first. All its conversations get that name, in the same commit. Says so, and
 * offers to undo it. Nothing changes if they don't fit in one contact, and then it says that.
 */
export async function merge(workspace: Workspace, first: Person, others: readonly Person[]): Promise<boolean> {
  const { store } = workspace;
  const merged = others.reduce<ContactFields | null>((sum, { contact }) => sum && mergeContacts(sum, contact), first.contact);
  if (!merged) {
    say(words.doNotFit);
    return false;
  }
  const conversations = await conversationsOf(workspace, merged.conversations);
  const renamed = conversations.filter((conversation) => displayName(conversation).text !== merged.name);
  const stored = others.filter(({ isStored }) => isStored);
  const writes: Write[] = [
    first.isStored ? { change: first.contact, to: merged } : { put: { ...first.contact, ...merged }, isNew: true },
    ...stored.map(({ contact }) => ({ remove: contact.id })),
    ...renamed.map(({ id }) => ({ alias: merged.name, of: id })),
  ];
  const back: Write[] = [
    first.isStored ? { put: first.contact } : { remove: first.contact.id },
    ...stored.map(({ contact }) => ({ put: contact })),
    ...renamed.map(({ id, alias }) => ({ alias, of: id })),
  ];
  commitWrites(store, writes).catch(sayRefused);
  const other = others.map(({ contact }) => contact.name).join(', ');
  sayDone({ name: first.contact.name, write: (name) => words.merged({ name, other }) }, () => {
    commitWrites(store, back).catch(sayRefused);
  });
  return true;
}
