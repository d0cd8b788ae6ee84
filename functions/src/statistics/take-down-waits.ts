import { isFromManager } from '@foyer/domain/participant';
import { freshWaits, type UsualReply, usualReply, WAITS_MAX, type Wait, waitsIn } from '@foyer/domain/reply-time';
import { type QueryDocumentSnapshot, Timestamp, type WriteBatch } from '@google-cloud/firestore';
import type { StoredManager, StoredMessage, Tables } from '../db.ts';
import type { FoundManager } from '../managers/find-manager.ts';

/** How many messages to look back for the beginning of a wait. After more unanswered messages, the wait begins at the first of these. */
const LOOK_BACK = 10;
/** The page's reply time is rewritten when it would lapse this much later: a write there drops cached copies of the page. */
const LAPSE_SLACK_MS = 7 * 24 * 3600_000;

export type Messages = readonly QueryDocumentSnapshot<StoredMessage>[];

/** The waits of a manager's visitors that end in these messages. */
export async function endedWaits(messages: Messages): Promise<Wait[]> {
  const ended: Wait[] = [];
  for (const ofOne of Map.groupBy(messages, ({ ref }) => ref.parent.path).values()) ended.push(...(await endedWaitsOfOne(ofOne)));
  return ended;
}

/** Records waits that have ended, and the resulting reply time of the page, in a batch. */
export async function takeDownWaits(
  table: Tables,
  batch: WriteBatch,
  { managerId, manager }: Omit<FoundManager, 'version'>,
  ended: readonly Wait[],
  nowMs: number,
): Promise<void> {
  if (ended.length === 0) return;

  const place = table.waits(managerId);
  const stored = ((await place.get()).data()?.waits ?? []).map(({ at, waitedMs }) => ({ at: at.toMillis(), waitedMs }));
  const waits = freshWaits([...stored, ...ended], nowMs)
    .sort((one, other) => one.at - other.at)
    .slice(-WAITS_MAX);
  batch.set(place, { waits: waits.map(({ at, waitedMs }) => ({ at: Timestamp.fromMillis(at), waitedMs })) });

  const said = usualReply(waits, nowMs);
  if (isSaidAlready(manager, said, nowMs)) return;
  batch.update(table.manager(managerId), {
    replyTime: said && { usually: said.usually, until: Timestamp.fromMillis(said.until) },
  });
}

/** The waits of one conversation that end in these messages; the first may have begun before them. */
async function endedWaitsOfOne(messages: Messages): Promise<Wait[]> {
  const [first] = messages;
  const said = messages.map(heard);
  if (!first || !said.some(isFromManager)) return [];
  const earlier = await first.ref.parent.orderBy('createdAt', 'desc').startAfter(first).limit(LOOK_BACK).get();
  const before = earlier.docs.map(heard);
  const answered = before.findIndex(isFromManager);
  const unanswered = answered < 0 ? before : before.slice(0, answered);
  return waitsIn(said, unanswered.at(-1)?.at ?? null);
}

function heard(message: Messages[number]) {
  const { sender, createdAt } = message.data();
  return { sender, at: createdAt.toMillis() };
}

function isSaidAlready({ replyTime = null }: StoredManager, next: UsualReply | null, nowMs: number): boolean {
  if (replyTime === null || next === null) return replyTime === next;
  const until = replyTime.until.toMillis();
  return replyTime.usually === next.usually && until > nowMs && next.until - until < LAPSE_SLACK_MS;
}
