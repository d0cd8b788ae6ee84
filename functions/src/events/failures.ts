import { Timestamp } from '@google-cloud/firestore';
import { type FailureDocument, isAccepted } from '../db.ts';
import { errorName, logs } from '../logs.ts';
import { pagesOf } from '../pages-of.ts';
import { alertOf } from './alert.ts';
import type { MessageCreated } from './event.ts';
import { Facts } from './facts.ts';
import type { Post } from './post.ts';
import { type Subscriber, Unreached } from './subscriber.ts';

const MINUTE_MS = 60_000;
/** Pauses before each retry. After the last one the failure stays until the host looks at it. */
const PAUSES_MS = [1, 5, 15, 60, 240].map((minutes) => minutes * MINUTE_MS);
const PAGE = 50;

/** Stores an event that a subscriber could not handle, with the reason's name and code, never a text. Stored once. */
export async function keepFailure(post: Post, event: MessageCreated, { name }: Subscriber, cause: unknown): Promise<void> {
  const { managerId, conversationId, messageId } = event;
  logs.subscriberFailed(name, reasonOf(cause));
  const failure = (await post.tables()).failure(name, conversationId, messageId);
  await isAccepted(failure.create({ subscriber: name, managerId, conversationId, messageId, ...stateAfter(post, 1, cause) }));
}

/**
 * Runs subscribers again on the events that they failed to handle, if their time has come. Returns how many were handled. Each attempt is
 * recorded before it begins, so it is safe to run twice.
 */
export async function retryFailures(post: Post, subscribers: readonly Subscriber[]): Promise<number> {
  const due = (await post.tables()).failures().where('nextAt', '<=', Timestamp.fromMillis(post.now()));
  let handled = 0;
  for await (const page of pagesOf(due, PAGE)) {
    for (const found of page) {
      const { ref, updateTime } = found;
      const data = found.data();
      const attempts = data.attempts + 1;
      if (!(await isAccepted(ref.update({ attempts, nextAt: nextAt(post, attempts) }, { lastUpdateTime: updateTime })))) continue;
      const subscriber = subscribers.find(({ name }) => name === data.subscriber);
      try {
        if (subscriber) await retry(post, data, subscriber);
        await ref.delete();
        handled++;
      } catch (cause) {
        logs.subscriberFailed(data.subscriber, reasonOf(cause));
        await isAccepted(ref.update(stateAfter(post, attempts, cause)));
      }
    }
  }
  return handled;
}

/** Nothing happens if the message is gone. */
async function retry(
  post: Post,
  { managerId, conversationId, messageId, targets }: FailureDocument,
  subscriber: Subscriber,
): Promise<void> {
  const table = await post.tables();
  const message = (await table.message(managerId, conversationId, messageId).get()).data();
  if (!message) return;
  const event = { managerId, conversationId, messageId, message };
  const task = await subscriber.prepare(post, event, new Facts(post, event), targets && new Set(targets));
  if (task?.mailDueAt !== undefined) await table.alert(conversationId, messageId).set(alertOf(post, event, task.mailDueAt));
  await task?.carryOut?.();
}

function stateAfter(post: Post, attempts: number, cause: unknown) {
  return {
    attempts,
    error: errorName(reasonOf(cause)),
    failedAt: Timestamp.fromMillis(post.now()),
    nextAt: nextAt(post, attempts, cause instanceof Unreached ? cause.retryAfterMs : 0),
    ...(cause instanceof Unreached ? { targets: [...cause.targets] } : {}),
  };
}

function reasonOf(cause: unknown): unknown {
  return cause instanceof Unreached ? cause.cause : cause;
}

function nextAt(post: Post, attempts: number, atLeastMs = 0): Timestamp | null {
  const pause = PAUSES_MS[attempts - 1];
  return pause === undefined ? null : Timestamp.fromMillis(post.now() + Math.max(pause, atLeastMs));
}
