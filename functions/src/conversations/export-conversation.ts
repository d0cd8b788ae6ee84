import type { ExportedConversation } from '@foyer/domain/export';
import { FieldPath, type QueryDocumentSnapshot } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { type StoredConversation, type StoredMessage, toMessage } from '../db.ts';
import { pagesOf } from '../pages-of.ts';
import type { OpenSession } from '../sessions/session-cookie.ts';
import { conversationOfManager, currentConversation } from './current-conversation.ts';

/** Messages read at once, at most 1.2 MB of them: all that is held of a conversation, however long it is. */
const PAGE = 100;

type ExportedMessage = ExportedConversation['messages'][number];

/** A copy that is read while it is sent: what is said of the conversation, then its messages, oldest first, in pages. */
export interface Export {
  about: Omit<ExportedConversation, 'messages'>;
  pages: AsyncIterable<ExportedMessage[]>;
}

/** Whose copy it is. `session` is the visitor's; a manager has none. */
export interface Asker {
  managerId: string;
  conversationId: string;
  session?: OpenSession | undefined;
}

/**
 * Everything of a conversation that belongs to both sides. Labels, notes, trays and the status are the manager's own; only their copy has the status. Every page is given only if the
 * conversation is still there, and still open to the asker, after it was read, and so is the end: a conversation that is deleted meanwhile
 * must not look like a short one. `pages` throws what `currentConversation` or `conversationOfManager` throws.
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
    pages: messagesOf(cloud, asker),
  };
}

/** The copy as JSON. It is valid only when it is whole: the last bracket comes after the last message. */
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
