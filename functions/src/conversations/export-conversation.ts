import type { ExportedConversation } from '@foyer/domain/export';
import { FieldPath, type QueryDocumentSnapshot } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { type StoredConversation, type StoredMessage, toMessage } from '../db.ts';
import { pagesOf } from '../pages-of.ts';
import type { OpenSession } from '../sessions/session-cookie.ts';
import { conversationOfManager, currentConversation } from './current-conversation.ts';

/** Messages per read, at most 1.2 MB. However long a conversation is, no more of it is in memory. */
const PAGE = 100;

type ExportedMessage = ExportedConversation['messages'][number];

/** A copy that is read while it is sent: the facts about the conversation, then pages of its messages, oldest first. */
export interface Export {
  about: Omit<ExportedConversation, 'messages'>;
  /** The language of the HTML page; any tag. */
  language: string;
  pages: AsyncIterable<ExportedMessage[]>;
}

/** Who gets the copy. `session` is the visitor's; a manager has none. */
export interface Asker {
  managerId: string;
  conversationId: string;
  session?: OpenSession | undefined;
}

/**
 * Everything in a conversation that belongs to both sides. Labels, notes, trays and the status are the manager's; only their copy has the
 * status. After each read, and at the end, checks that the conversation still exists and is open to the asker: one deleted during the
 * export must not look like a short one. `pages` throws what `currentConversation` or `conversationOfManager` throws.
 */
export async function exportConversation(
  cloud: Cloud,
  asker: Asker,
  { visitor, status, section, createdAt }: StoredConversation,
): Promise<Export> {
  const manager = (await (await cloud.tables()).manager(asker.managerId).get()).data();
  return {
    about: {
      page: `${cloud.config.origins[0] ?? ''}/${manager?.slug ?? ''}`,
      manager: manager?.profile.name ?? '',
      visitor,
      ...(asker.session ? {} : { status }),
      section,
      startedAt: createdAt.toDate().toISOString(),
      exportedAt: new Date(cloud.now()).toISOString(),
    },
    language: manager?.profile.language ?? 'en',
    pages: messagesOf(cloud, asker),
  };
}

/** The copy as JSON. A partial copy is invalid: the last bracket comes after the last message. */
export async function* exportJson({ about, pages }: Export): AsyncGenerator<string> {
  yield `${JSON.stringify(about).slice(0, -1)},"messages":[`;
  let isFirst = true;
  for await (const page of pages) {
    const joined = page.map((message) => JSON.stringify(message)).join(',');
    yield isFirst ? joined : `,${joined}`;
    isFirst = false;
  }
  yield ']}';
}

async function* messagesOf(cloud: Cloud, asker: Asker): AsyncGenerator<ExportedMessage[]> {
  const messages = (await cloud.tables()).messages(asker.managerId, asker.conversationId);
  for await (const page of pagesOf(messages.orderBy('createdAt').orderBy(FieldPath.documentId()), PAGE)) {
    await refuseOthers(cloud, asker);
    yield page.map(toExported);
  }
  await refuseOthers(cloud, asker);
}

async function refuseOthers(cloud: Cloud, { managerId, conversationId, session }: Asker): Promise<void> {
  if (session) await currentConversation(cloud, session);
  else await conversationOfManager(cloud, managerId, conversationId);
}

function toExported(snapshot: QueryDocumentSnapshot<StoredMessage>): ExportedMessage {
  const { createdAt, ...message } = toMessage(snapshot.id, snapshot.data());
  return { ...message, sentAt: new Date(createdAt).toISOString() };
}
