import type { ExportedConversation } from '@foyer/domain/export';
import type { Cloud } from '../cloud.ts';
import { type StoredConversation, tables, toMessage } from '../db.ts';

/** Messages read at once. */
const PAGE = 300;

/** Everything of a conversation that belongs to both sides, oldest message first. Labels, notes and trays are the manager's own. */
export async function exportConversation(
  cloud: Cloud,
  managerId: string,
  conversationId: string,
  { visitor, status, section, createdAt }: StoredConversation,
): Promise<ExportedConversation> {
  const table = tables(await cloud.firestore());
  const manager = (await table.manager(managerId).get()).data();
  return {
    page: `${cloud.config.origins[0] ?? ''}/${manager?.slug ?? ''}`,
    manager: manager?.profile.name ?? '',
    visitor,
    status,
    section,
    startedAt: createdAt.toDate().toISOString(),
    exportedAt: new Date(cloud.now()).toISOString(),
    messages: await allMessages(cloud, managerId, conversationId),
  };
}

async function allMessages(cloud: Cloud, managerId: string, conversationId: string): Promise<ExportedConversation['messages']> {
  const oldestFirst = tables(await cloud.firestore())
    .messages(managerId, conversationId)
    .orderBy('createdAt')
    .limit(PAGE);
  const messages: ExportedConversation['messages'] = [];
  for (let page = await oldestFirst.get(); ; ) {
    for (const snapshot of page.docs) {
      const { createdAt, ...message } = toMessage(snapshot);
      messages.push({ ...message, sentAt: new Date(createdAt).toISOString() });
    }
    const last = page.docs.at(-1);
    if (!last || page.size < PAGE) return messages;
    page = await oldestFirst.startAfter(last).get();
  }
}
