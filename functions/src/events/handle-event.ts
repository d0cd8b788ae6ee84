import { isFromVisitor } from '@foyer/domain/participant';
import { Timestamp } from '@google-cloud/firestore';
import { AgingCache } from '../aging-cache.ts';
import { isAccepted } from '../db.ts';
import { perInstance } from '../per-instance.ts';
import { alertOf } from './alert.ts';
import type { MessageCreated } from './event.ts';
import { Facts } from './facts.ts';
import { keepFailure } from './failures.ts';
import type { Post } from './post.ts';
import type { Subscriber, Task } from './subscriber.ts';

interface Prepared {
  subscriber: Subscriber;
  task: Task;
}

/** For how long an instance expects that a manager who was just told of a message is told of the next one too. */
const EXPECTED_MS = 10 * 60_000;
const expectations = perInstance((post: Post) => new AgingCache<boolean>(post, { max: 10_000, ttlMs: EXPECTED_MS }));

/**
 * Lets every subscriber react to an event, once: the first run that has something to do creates the message's alert, and repeated runs end
 * there. Without anything to do it writes nothing, unless the message before was told. A subscriber that fails is retried later and stops no
 * other. If the process dies after the alert was created, a notification is lost; mails are not, because they are sent by the state of the
 * conversation.
 */
export async function handleEvent(post: Post, event: MessageCreated, subscribers: readonly Subscriber[]): Promise<void> {
  const facts = new Facts(post, event);
  const expected = isFromVisitor(event.message) ? expectations(post) : null;
  // Created while the subscribers read, which saves a round trip (docs/decisions/059).
  const early = expected?.get(event.managerId) ? create(post, event, null) : null;
  early?.catch(() => {});
  const found = await Promise.all(subscribers.map((subscriber) => prepared(post, event, facts, subscriber)));
  const tasks = found.filter((one) => one !== null);
  const mailDueAt = earliest(tasks);
  expected?.set(event.managerId, tasks.length > 0 && mailDueAt === null);
  if (tasks.length === 0) {
    // An erased conversation leaves nothing behind.
    if ((await early?.catch(() => false)) && (await facts.conversation()) === null) await alertRef(post, event).then((ref) => ref.delete());
    return;
  }
  if (!(await (early ?? create(post, event, mailDueAt)))) return;
  if (early && mailDueAt !== null) await alertRef(post, event).then((ref) => ref.update({ mailDueAt: Timestamp.fromMillis(mailDueAt) }));
  await Promise.all(
    tasks.map(({ subscriber, task }) => task.carryOut?.().catch((cause: unknown) => keepFailure(post, event, subscriber, cause))),
  );
}

async function prepared(post: Post, event: MessageCreated, facts: Facts, subscriber: Subscriber): Promise<Prepared | null> {
  try {
    const task = await subscriber.prepare(post, event, facts);
    return task && { subscriber, task };
  } catch (cause) {
    await keepFailure(post, event, subscriber, cause);
    return null;
  }
}

/** Creates the alert. `false` if an earlier run did. */
async function create(post: Post, event: MessageCreated, mailDueAt: number | null): Promise<boolean> {
  return isAccepted((await alertRef(post, event)).create(alertOf(post, event, mailDueAt)));
}

async function alertRef(post: Post, { conversationId, messageId }: MessageCreated) {
  return (await post.tables()).alert(conversationId, messageId);
}

function earliest(tasks: readonly Prepared[]): number | null {
  const due = tasks.flatMap(({ task }) => task.mailDueAt ?? []);
  return due.length === 0 ? null : Math.min(...due);
}
