import type { Context } from 'hono';
import { logs } from '../logs.ts';
import { Problem } from './problem.ts';
import type { SiteEnv } from './route.ts';

/**
 * A body that is made while it is sent: the next part is asked for when the one before has left, and no more of them once the receiver has
 * gone. An error breaks the connection off, so that nobody takes what has arrived for the whole.
 */
export function asStream<E extends SiteEnv>(parts: AsyncIterable<string>, context: Context<E>): ReadableStream<Uint8Array> {
  const { method, routePath } = context.req;
  const encoder = new TextEncoder();
  const iterator = parts[Symbol.asyncIterator]();
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      try {
        const { value, done } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (cause) {
        if (!(cause instanceof Problem)) logs.requestFailed(method, routePath, cause);
        controller.error(brokenOff(cause));
      }
    },
    async cancel() {
      await iterator.return?.();
    },
  };
  // Nothing is made before it is asked for.
  return new ReadableStream(source, { highWaterMark: 0 });
}

/** Our HTTP layer prints every error of a stream with its message, which may quote anything, except those with this code. */
function brokenOff(cause: unknown): Error {
  return Object.assign(new Error('The answer broke off.', { cause }), { code: 'ERR_STREAM_PREMATURE_CLOSE' });
}
