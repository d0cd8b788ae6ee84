import { isAccepted } from '../db.ts';
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

/**
 * Lets every subscriber react to an event, once: the first run that has something to do creates the message's alert, and repeated runs end
 * there. Without anything to do it writes nothing. A subscriber that fails is retried later and stops no other. If the process dies after
 * the alert was created, a notification is lost; mails are not, because they are sent by the state of the conversation.
 */
export async function handleEvent(post: Post, event: MessageCreated, subscribers: readonly Subscriber[]): Promise<void> {
  const facts = new Facts(post, event);
  const found = await Promise.all(subscribers.map((subscriber) => prepared(post, event, facts, subscriber)));
  const tasks = found.filter((one) => one !== null);
  if (tasks.length === 0 || !(await isFirst(post, event, tasks))) return;
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
async function isFirst(post: Post, event: MessageCreated, tasks: readonly Prepared[]): Promise<boolean> {
  const due = tasks.flatMap(({ task }) => task.mailDueAt ?? []);
  const alert = (await post.tables()).alert(event.conversationId, event.messageId);
  return isAccepted(alert.create(alertOf(post, event, due.length === 0 ? null : Math.min(...due))));
}
